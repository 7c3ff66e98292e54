/** One thing that keeps a file from being imported, or that is worth knowing. */
export interface ImportRemark {
  /** Where in the file: `products[2] KPL`, `baris 4` */
  readonly row: string;
  readonly field: string;
  readonly what: string;
  readonly fix: string;
}

/** One row that the import added, changed or withdrew. */
export interface ImportChange {
  readonly kind: "shop" | "branch" | "zone" | "product" | "stock";
  /** SKU, code, or variant and branch */
  readonly key: string;
  readonly name: string;
  readonly what: "added" | "changed" | "withdrawn";
  /** What changed, by the names the file uses */
  readonly fields: readonly string[];
}

/** How an import went. With any problem nothing was imported, and `changes` is empty. */
export interface ImportReport {
  readonly problems: readonly ImportRemark[];
  /** Worth knowing; the import went on */
  readonly notes: readonly ImportRemark[];
  readonly changes: readonly ImportChange[];
  /** Rows of the file that were already as the file says */
  readonly unchanged: number;
  /** Whether changes were only worked out, not made */
  readonly dryRun: boolean;
}
