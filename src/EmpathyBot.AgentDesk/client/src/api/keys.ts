/** A key for something that must be done once, however often it is sent. Not randomUUID: browsers keep that from pages without TLS. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
