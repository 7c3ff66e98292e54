/** The push services of the browsers there are. What a page names else is no address that this server would call. */
const SERVICES: readonly RegExp[] = [
  /^https:\/\/fcm\.googleapis\.com\//,
  /^https:\/\/[a-z0-9.-]+\.googleapis\.com\/(fcm|wp|gcm)\//,
  /^https:\/\/([a-z0-9-]+\.)*push\.services\.mozilla\.com\//,
  /^https:\/\/([a-z0-9-]+\.)*push\.apple\.com\//,
  /^https:\/\/([a-z0-9-]+\.)*notify\.windows\.com\//,
];

/** Whether an address is one of a push service. `more`: services besides those of the browsers. */
export function isPushEndpoint(endpoint: string, more: readonly RegExp[] = []): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { href, username, port } = new URL(endpoint);
  if (more.some((service) => service.test(href))) return true;
  return username === "" && port === "" && SERVICES.some((service) => service.test(href));
}
