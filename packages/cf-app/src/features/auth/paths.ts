export const CALLBACK_PATH = '/auth/workos/callback';
/** Where somebody who is in several organizations chooses one. */
export const CHOICE_PATH = '/auth/workos/organization';
export const LOGIN_PATH = '/auth/workos/login';
export const LOGOUT_PATH = '/auth/workos/logout';
