/** The day where the person is, `YYYY-MM-DD`. Without `Intl`, which takes 10 ms to wake up and would make VS Code's start wait. */
export function today(): string {
  const now = new Date();
  const digits = (part: number, length: number) => String(part).padStart(length, '0');
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
}
