import { z } from "zod";

/** What a member of staff may do: owners all, sellers all but the team, couriers the orders they carry. */
export const Role = z.enum(["owner", "seller", "courier"]);
export type Role = z.infer<typeof Role>;

/** A member of staff who is signed in. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
}
