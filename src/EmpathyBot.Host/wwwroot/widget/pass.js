// What lets a page into a conversation: the token and what comes with it.

const Timeout = 15_000;

/**
 * Asks the server for a pass: to the conversation that `resumes` remembers, or to a new one.
 * @param {{ base: string, locale: string, customerToken?: string, resumes: ReturnType<import('./resume.js').resumeStore> }} request
 * @returns the server's answer, and `started`: whether this page knows that the conversation was begun
 * @throws {Error} with the server's `code`, where it gave one
 */
export function askForPass({ base, locale, customerToken, resumes }) {
  const post = resume => fetch(`${base}/api/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ locale, resume, customerToken }),
    signal: AbortSignal.timeout(Timeout),
  });

  return resumes.exclusively(async () => {
    const kept = resumes.read();
    const response = await post(kept.resume);
    // A refused `resume` must not shut the customer out; one that a busy or broken server did not look at is kept.
    const refused = kept.resume && [400, 401, 403, 404, 410].includes(response.status);
    const answer = refused ? await post() : response;
    if (!answer.ok) throw await refusalOf(answer);

    const pass = await answer.json();
    const started = kept.conversationId === pass.conversationId;
    resumes.write({ resume: pass.resume, ...(started && { conversationId: pass.conversationId }) });
    return { ...pass, started };
  });
}

async function refusalOf(response) {
  const body = await response.json().catch(() => undefined);
  const error = new Error(`The server answered ${response.status} when asked for a token.`);
  return Object.assign(error, { code: body?.error?.code });
}
