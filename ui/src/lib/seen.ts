// What of a text can be seen: copied and scanned texts bring characters along that nobody sees.
export const seen = (text: string): string =>
  text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
