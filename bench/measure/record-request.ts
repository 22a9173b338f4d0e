import { serverModules, version } from '#app/modules.ts'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { recordStatements, type Statement } from './record-statements.ts'

export interface Asked {
  method: 'GET' | 'POST'
  /** Under `/api`. */
  path: string
  body?: object
}

/**
 * The statements of one request, made in this process: `first` warms up what is read once, `second` is recorded.
 * @throws when one is refused
 */
export async function recordRequest(
  url: string,
  userName: string,
  first: Asked,
  second: Asked,
): Promise<Statement[]> {
  const installation = await openInstallation({ url, modules: serverModules, version, poolSize: 2 })
  const app = await buildApp(installation, { logger: false, webFolder: null })
  try {
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: userName, password: demoPassword },
    })
    const [cookie] = signedIn.cookies
    const ask = async ({ method, path, body }: Asked) => {
      const answer = await app.inject({
        method,
        url: `/api${path}`,
        headers: { cookie: `${cookie!.name}=${cookie!.value}` },
        ...(body ? { payload: body } : {}),
      })
      if (answer.statusCode !== 200) throw new Error(`${path} was refused: ${answer.body}`)
    }
    await ask(first)
    return await recordStatements(() => ask(second))
  } finally {
    await app.close()
    await installation.close()
  }
}
