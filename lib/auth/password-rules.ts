/** Length is what makes a password hard to guess; no rule asks for digits or signs. */
export const PASSWORD_MIN_LENGTH = 12;
/** Beyond this a "password" is an attempt to keep the server busy. */
export const PASSWORD_MAX_LENGTH = 256;
