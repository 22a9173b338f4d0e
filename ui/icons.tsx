import {
  AlertOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  CameraOutlined,
  CarOutlined,
  CheckSquareOutlined,
  CoffeeOutlined,
  CustomerServiceOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  EllipsisOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  HeartOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  KeyOutlined,
  PhoneOutlined,
  PlusCircleOutlined,
  ProfileOutlined,
  ProjectOutlined,
  QrcodeOutlined,
  SafetyOutlined,
  SettingOutlined,
  ShopOutlined,
  SmileOutlined,
  StarOutlined,
  TeamOutlined,
  ToolOutlined,
  UnorderedListOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

const icons: Record<string, ComponentType> = {
  alert: AlertOutlined,
  apps: AppstoreOutlined,
  audit: AuditOutlined,
  bell: BellOutlined,
  board: ProjectOutlined,
  calendar: CalendarOutlined,
  camera: CameraOutlined,
  catalogue: ProfileOutlined,
  cockpit: DashboardOutlined,
  database: DatabaseOutlined,
  desk: CustomerServiceOutlined,
  directory: BankOutlined,
  figures: BarChartOutlined,
  handbook: BookOutlined,
  health: HeartOutlined,
  history: HistoryOutlined,
  home: HomeOutlined,
  import: ImportOutlined,
  key: KeyOutlined,
  meals: CoffeeOutlined,
  more: EllipsisOutlined,
  orders: UnorderedListOutlined,
  people: TeamOutlined,
  person: UserOutlined,
  phone: PhoneOutlined,
  place: EnvironmentOutlined,
  plus: PlusCircleOutlined,
  qr: QrcodeOutlined,
  rating: StarOutlined,
  repairs: ToolOutlined,
  report: FileTextOutlined,
  safety: SafetyOutlined,
  satisfaction: SmileOutlined,
  settings: SettingOutlined,
  shop: ShopOutlined,
  sites: EnvironmentOutlined,
  tasks: CheckSquareOutlined,
  units: BankOutlined,
  vehicles: CarOutlined,
}

/** The names that menu entries may use. */
export const iconNames = Object.keys(icons)

/** An icon by name, always beside words; an unknown name shows a plain square of apps. */
export function Icon({ name }: { name: string }) {
  const Drawn = icons[name] ?? AppstoreOutlined
  return (
    <span className="hq-icon" aria-hidden="true">
      <Drawn />
    </span>
  )
}
