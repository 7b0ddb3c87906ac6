/** How long someone has waited, in words that stay short: "12 s", "4 min", "1 h 05 min", "2 d 3 h". */
export function waitInWords(since: string, now: number): string {
  // The clocks of server and browser differ a little; nobody has waited less than nothing.
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  if (Number.isNaN(seconds)) return 'unknown';
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (seconds < 60) return `${seconds} s`;
  if (minutes < 60) return `${minutes} min`;
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
