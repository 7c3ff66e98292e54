/** Where the shop delivers, for what fee, and up to what sum in cash at the door. Rupiah. */
export interface DeliveryZone {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly branchId: string;
  readonly areas: readonly string[];
  readonly fee: number;
  /** Largest total payable in cash; null is no limit, 0 is no COD. */
  readonly codLimit: number | null;
  readonly minimumTotal: number;
  /** Goods total from which delivery is free; null is never. */
  readonly freeFrom: number | null;
  readonly minutes: number;
}
