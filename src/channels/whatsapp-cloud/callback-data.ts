/**
 * What the platform hands back with every receipt (`biz_opaque_callback_data`). The message that stands for a row
 * carries the row's id alone; what only goes along with it (a map pin, the first part of a long text) carries more.
 */
export function callbackData(rowId: string, companion?: number): string {
  return companion === undefined ? rowId : `${rowId}/${companion}`;
}

/** The row that a receipt settles; undefined where it is about a companion or not ours. */
export function rowOf(data: string | undefined): string | undefined {
  return data === undefined || data === "" || data.includes("/") ? undefined : data;
}
