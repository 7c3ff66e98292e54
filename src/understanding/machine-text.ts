/** Whether a text is data or database commands: never how customers order. */
export function isData(text: string): boolean {
  return DATA.test(text);
}

/** Whether a text holds markup, code or role names; a plain order may still stand in it. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

const DATA =
  /[{[]\s*"|;\s*--|\b(?:GET|POST|PUT|PATCH|DELETE) \/\w|[?&]\w{1,20}=\w{1,20}&\w{1,20}=|\w\.\w{1,20}\(\s?["']|\b(?:select|insert|drop|delete|update|union)\b[^\n]{0,40}\b(?:from|table|into|select)\b/i;
const MARKUP =
  /<\/?(?!(?:b|i|u|s|p|br|hr|em|strong|small|span|div|li|ul|ol|font|h[1-6])\b)[a-z]+[^<>]{0,40}>|=>|\bfunction\s*\(|^[ \t]{0,20}(?:system|assistant)[ \t]{0,9}:/im;
