/** The words of the account page, of others' sessions and of new passwords in one language. */
export interface AccountWords extends Readonly<Record<AccountWord, string>> {
  readonly signedInAs: (username: string) => string;
  readonly lastSeen: (age: string) => string;
  readonly since: (date: string) => string;
  readonly browser: (browser: string, system: string) => string;
  readonly endedFor: (name: string) => string;
  readonly linkFor: (name: string) => string;
  readonly newFor: (username: string) => string;
  readonly telegram: Readonly<Record<"linked" | "notLinked", string>>;
}

type AccountWord =
  | "where"
  | "this"
  | "end"
  | "endAll"
  | "unknownBrowser"
  | "password"
  | "oldPassword"
  | "newPassword"
  | "passwordHint"
  | "change"
  | "changed"
  | "devices"
  | "noDevices"
  | "makeLink"
  | "linkHint"
  | "copy"
  | "copied"
  | "newTitle"
  | "set"
  | "setDone"
  | "toSignIn"
  | "noKey"
  | "telegramPage"
  | "auditPage";
