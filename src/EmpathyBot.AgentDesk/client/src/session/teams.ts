import { ApiError, deskApi } from '../api/deskApi';
import { failedSignIn } from './signInWords';

/** True inside a page of somebody else's; the server lets only Teams show the desk so. */
export const isTab = (page: { parent: unknown } = window) => page.parent !== page;

/** Signs in who has opened the desk as a tab in Teams. Fails with a sentence for them. */
export async function signInFromTeams(token: () => Promise<string> = tokenOfTeams): Promise<void> {
  let given: string;
  try {
    given = await token();
  } catch {
    // Teams tells programs why (no consent yet, its policy, its network), and an agent can do nothing else about any of it.
    throw new Error('Teams could not sign you in. Try again, or ask whoever runs this desk whether its app in Teams is set up.');
  }
  try {
    await deskApi.signInFromTeams(given);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new Error(error.status === 401 ? failedSignIn(`?sign-in=${error.code}`)! : error.message);
  }
}

async function tokenOfTeams(): Promise<string> {
  // Large, and needed in tabs only.
  const { app, authentication } = await import('@microsoft/teams-js');
  await app.initialize();
  return await authentication.getAuthToken();
}
