/** The acts of the audit log in words. */
export const acts: Readonly<Record<string, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'sign-in-failed': 'Sign-in failed',
  viewed: 'Opened a conversation',
  exported: 'Downloaded',
  took: 'Took',
  'took-over': 'Took over',
  transferred: 'Passed on',
  closed: 'Closed',
  returned: 'Gave back to the assistant',
  'account-added': 'Account added',
  'account-disabled': 'Account disabled',
  'account-enabled': 'Account enabled',
  'password-changed': 'Changed own password',
  'password-reset': 'Password reset',
  'role-changed': 'Role changed',
  'name-changed': 'Name changed',
};

/** An act in words, also one this page does not know yet. */
export function actInWords(act: string): string {
  const words = act.replaceAll('-', ' ');
  return (Object.hasOwn(acts, act) && acts[act]) || words.charAt(0).toUpperCase() + words.slice(1);
}
