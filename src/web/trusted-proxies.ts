/**
 * Whose word on a visitor's address and protocol is taken: a proxy on this machine. Anybody else on the network could
 * make up a new address for every guess of a password.
 */
export const TRUSTED_PROXIES = "loopback";
