export const FEWEST_CARDS = 2;
export const MOST_CARDS = 12;
