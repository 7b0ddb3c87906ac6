const sentences: Record<string, string> = {
  unreachable: 'The sign-in service cannot be reached right now. Try again in a moment.',
  refused: 'You were not signed in: it was cancelled, or the sign-in service said no.',
  expired: 'That sign-in took too long, or was begun in another window. Start again here.',
  'bad-token': 'The sign-in service’s answer could not be trusted. Try again; if it stays so, tell whoever runs this desk.',
  'no-role': 'You are signed in there, but have no role at this desk. Ask whoever runs it to make you an agent.',
  disabled: 'Your access to this desk was switched off. Ask whoever runs it.',
};

/** Why a sign-in with the identity provider failed, out of the page's address; null when it did not. */
export function failedSignIn(search: string): string | null {
  const code = new URLSearchParams(search).get('sign-in');
  if (code === null) return null;
  return (Object.hasOwn(sentences, code) && sentences[code]) || 'You were not signed in. Start again here.';
}
