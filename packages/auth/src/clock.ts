/** Now, in epoch milliseconds. Given as an argument wherever time decides something. */
export type Clock = () => number;
