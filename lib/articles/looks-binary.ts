const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const CARRIAGE_RETURN = 0x0d;
const REPLACEMENT = 0xfffd;

/** Stray controls that a text may hold without being taken for something else. */
const TOLERATED = 4;
const TOLERATED_SHARE = 0.005;

function isSuspicious(code: number): boolean {
  if (code < 0x20) {
    return code !== TAB && code !== LINE_FEED && code !== FORM_FEED && code !== CARRIAGE_RETURN;
  }
  return (code >= 0x7f && code <= 0x9f) || code === REPLACEMENT;
}

/** True for what is no text: a picture or a program read as if it were one is full of controls and broken characters. */
export function looksBinary(text: string): boolean {
  const limit = TOLERATED + text.length * TOLERATED_SHARE;
  let suspicious = 0;
  for (let index = 0; index < text.length; index++) {
    if (isSuspicious(text.charCodeAt(index)) && ++suspicious > limit) return true;
  }
  return false;
}
