// What of a text can be seen: copied and scanned texts bring characters along that nobody sees.
// They are those that the desk leaves out as well.
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/gu;

export const seen = (text: string): string => text.replace(INVISIBLE, "");
