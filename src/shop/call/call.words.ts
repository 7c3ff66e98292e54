/** `0812-3456-7890`, as numbers are read out in Indonesia; numbers from abroad as they are. */
export function sayPhone(phone: string): string {
  const digits = /^\+62(\d{8,13})$/.exec(phone)?.[1];
  if (digits === undefined) return phone;
  return `0${digits}`.replace(/^(\d{4})(\d{4})(\d{1,})$/, "$1-$2-$3");
}
