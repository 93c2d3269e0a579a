/**
 * Names the person whom a page shows as signed in. Another tab can sign in somebody else meanwhile: what was entered
 * under one name must not be written under another. Without an "x-": the listener keeps those of ours to itself.
 */
export const SHOWN_USER_HEADER = "beleg-user";

/** The rule that is named where the session of a request is another person's than the page's. */
export const OTHER_USER_RULE = "otherUser";
