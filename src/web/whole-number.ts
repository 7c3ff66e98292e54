import { z } from "zod";

/** What an INTEGER column of either database counts up to: a number above it is malformed, and no fault of ours. */
const MOST = 2_147_483_647;

/** A version or a count. */
export const WholeNumber = z.number().int().nonnegative().max(MOST);

/** The same as an address writes it. */
export const WholeNumberInAddress = z.coerce.number().int().nonnegative().max(MOST);
