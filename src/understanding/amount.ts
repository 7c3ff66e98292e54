/** A number as said, with its unit: "2 box", "setengah kg", "selusin", "25rb". */
export interface Amount {
  readonly from: number;
  /** Past the last token */
  readonly to: number;
  readonly value: number;
  readonly unit?: string;
  /** The value is rupiah */
  readonly money: boolean;
  /** It may count goods; false for house numbers, sizes, ages, "20 orang" */
  readonly counts: boolean;
  /** Said of each of several ("satu2", "2-2") */
  readonly each?: true;
  /** Several numbers as one size or kind ("80/90-14", "10w-30"), or a range */
  readonly code?: true;
  /** All the numbers of a code */
  readonly numbers?: readonly number[];
}
