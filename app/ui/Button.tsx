import type { ButtonHTMLAttributes, ReactNode } from 'react';

const LOOKS = {
  plain: 'border border-line bg-raised text-text hover:border-line-strong',
  primary: 'border border-transparent bg-accent text-accent-text hover:[filter:brightness(1.1)]',
  quiet: 'border border-transparent bg-transparent text-soft hover:bg-sunken hover:text-text',
  danger: 'border border-line bg-raised text-bad hover:border-bad',
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOKS;
  readonly icon?: ReactNode;
}

/** A button at least 28 pixels high; every press target in the product is one of these or larger. */
export function Button({
  look = 'plain',
  icon,
  className = '',
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`inline-flex h-7 min-w-7 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 text-sm font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-50 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}
