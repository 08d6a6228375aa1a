/** SHA-256 in lower-case hex, or undefined where the browser keeps its hash functions from a page that came over plain http. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string | undefined> {
  if (!isSecureContext) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, '0')).join('');
}
