import {
  Activity,
  ArrowLeftRight,
  ArrowRight,
  Banknote,
  ChartSpline,
  Check,
  ChevronDown,
  ChevronRight,
  Circle,
  CircleAlert,
  Clock,
  Copy,
  Lock,
  LogOut,
  type LucideIcon,
  Menu,
  Monitor,
  Moon,
  Pin,
  Plane,
  Plus,
  Printer,
  RotateCw,
  Search,
  Settings2,
  Sun,
  TicketsPlane,
  TriangleAlert,
  Unplug,
  Upload,
  User,
  Users,
  X,
} from 'lucide-react';
import { BoardIcon, DotIcon, SeatsIcon, TicketIcon } from './own-icons.tsx';

const ICONS = {
  again: RotateCw,
  board: BoardIcon,
  flight: SeatsIcon,
  booking: TicketIcon,
  admin: Settings2,
  alert: TriangleAlert,
  arrow: ArrowRight,
  check: Check,
  clock: Clock,
  copy: Copy,
  cross: X,
  dark: Moon,
  dot: DotIcon,
  down: ChevronDown,
  health: Activity,
  light: Sun,
  lock: Lock,
  menu: Menu,
  next: ChevronRight,
  note: CircleAlert,
  out: LogOut,
  pin: Pin,
  plane: Plane,
  plus: Plus,
  price: ChartSpline,
  print: Printer,
  ring: Circle,
  search: Search,
  shift: Banknote,
  swap: ArrowLeftRight,
  system: Monitor,
  ticket: TicketsPlane,
  unplugged: Unplug,
  upload: Upload,
  user: User,
  users: Users,
} satisfies Record<string, LucideIcon | typeof BoardIcon>;
export type IconName = keyof typeof ICONS;

interface IconProps {
  name: IconName;
  size?: number;
  strokeWidth?: number;
  className?: string;
}

/** Never alone: a word stands beside it, or the control that holds it has an `aria-label`. */
export function Icon({ name, size = 16, strokeWidth = 1.6, className }: IconProps) {
  const Drawn = ICONS[name];
  return <Drawn size={size} strokeWidth={strokeWidth} aria-hidden="true" {...(className ? { className } : {})} />;
}
