import { startWeb } from '#kernel/web/start-web.tsx'
import { webModules } from './web-modules.ts'

startWeb(webModules)
