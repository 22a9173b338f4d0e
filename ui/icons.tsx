import { AppstoreOutlined, BellOutlined, EllipsisOutlined, HomeOutlined } from '@ant-design/icons'
import { type ComponentType, lazy, Suspense } from 'react'

/** On every first screen. */
const first: Record<string, ComponentType> = {
  apps: AppstoreOutlined,
  bell: BellOutlined,
  home: HomeOutlined,
  more: EllipsisOutlined,
}

/** Each comes when a page first shows it: a portal of many services loads the icons of those its reader sees. */
const later: Record<string, () => Promise<{ default: unknown }>> = {
  alert: () => import('@ant-design/icons/es/icons/AlertOutlined'),
  approvals: () => import('@ant-design/icons/es/icons/FileDoneOutlined'),
  audit: () => import('@ant-design/icons/es/icons/AuditOutlined'),
  board: () => import('@ant-design/icons/es/icons/ProjectOutlined'),
  calendar: () => import('@ant-design/icons/es/icons/CalendarOutlined'),
  camera: () => import('@ant-design/icons/es/icons/CameraOutlined'),
  catalogue: () => import('@ant-design/icons/es/icons/ProfileOutlined'),
  cockpit: () => import('@ant-design/icons/es/icons/DashboardOutlined'),
  database: () => import('@ant-design/icons/es/icons/DatabaseOutlined'),
  desk: () => import('@ant-design/icons/es/icons/CustomerServiceOutlined'),
  directory: () => import('@ant-design/icons/es/icons/BankOutlined'),
  figures: () => import('@ant-design/icons/es/icons/BarChartOutlined'),
  handbook: () => import('@ant-design/icons/es/icons/BookOutlined'),
  health: () => import('@ant-design/icons/es/icons/HeartOutlined'),
  history: () => import('@ant-design/icons/es/icons/HistoryOutlined'),
  import: () => import('@ant-design/icons/es/icons/ImportOutlined'),
  key: () => import('@ant-design/icons/es/icons/KeyOutlined'),
  meals: () => import('@ant-design/icons/es/icons/CoffeeOutlined'),
  meetings: () => import('@ant-design/icons/es/icons/SolutionOutlined'),
  orders: () => import('@ant-design/icons/es/icons/UnorderedListOutlined'),
  people: () => import('@ant-design/icons/es/icons/TeamOutlined'),
  person: () => import('@ant-design/icons/es/icons/UserOutlined'),
  phone: () => import('@ant-design/icons/es/icons/PhoneOutlined'),
  place: () => import('@ant-design/icons/es/icons/EnvironmentOutlined'),
  plus: () => import('@ant-design/icons/es/icons/PlusCircleOutlined'),
  qr: () => import('@ant-design/icons/es/icons/QrcodeOutlined'),
  rating: () => import('@ant-design/icons/es/icons/StarOutlined'),
  repairs: () => import('@ant-design/icons/es/icons/ToolOutlined'),
  report: () => import('@ant-design/icons/es/icons/FileTextOutlined'),
  rules: () => import('@ant-design/icons/es/icons/FileProtectOutlined'),
  safety: () => import('@ant-design/icons/es/icons/SafetyOutlined'),
  satisfaction: () => import('@ant-design/icons/es/icons/SmileOutlined'),
  settings: () => import('@ant-design/icons/es/icons/SettingOutlined'),
  shop: () => import('@ant-design/icons/es/icons/ShopOutlined'),
  sites: () => import('@ant-design/icons/es/icons/EnvironmentOutlined'),
  tasks: () => import('@ant-design/icons/es/icons/CheckSquareOutlined'),
  units: () => import('@ant-design/icons/es/icons/BankOutlined'),
  vehicles: () => import('@ant-design/icons/es/icons/CarOutlined'),
}

/** The names that menu entries may use. */
export const iconNames = [...Object.keys(first), ...Object.keys(later)]

/** What came; its types are those of its CommonJS twin, so it is looked at. */
const isDrawing = (found: unknown): found is ComponentType =>
  typeof found === 'object' && found !== null && '$$typeof' in found

/** Without a network a missing picture is not worth a broken page: the words beside it say the same. */
async function draw(load: () => Promise<{ default: unknown }>): Promise<{ default: ComponentType }> {
  const found = await load().then(
    (file) => file.default,
    () => null,
  )
  return { default: isDrawing(found) ? found : AppstoreOutlined }
}

const drawings = new Map(Object.entries(later).map(([name, load]) => [name, lazy(() => draw(load))]))

/** An icon by name, always beside words; an unknown name shows a plain square of apps. */
export function Icon({ name }: { name: string }) {
  const Drawn = first[name] ?? drawings.get(name) ?? AppstoreOutlined
  return (
    <span className="hq-icon" aria-hidden="true">
      <Suspense fallback={<span className="hq-icon-coming" />}>
        <Drawn />
      </Suspense>
    </span>
  )
}
