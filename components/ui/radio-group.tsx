import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
};

/** Either controlled (`value` with `onValueChange`) or left to the form (`defaultValue`). */
type RadioState<Value extends string> = {
  name: string;
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
};

type Props<Value extends string> = RadioState<Value> & {
  legend: ReactNode;
  isLegendHidden?: boolean;
  options: readonly RadioOption<Value>[];
  className?: string;
};

function radioProps<Value extends string>(
  option: RadioOption<Value>,
  { name, value, defaultValue, onValueChange }: RadioState<Value>,
): ComponentProps<"input"> {
  const shared = { name, value: option.value, disabled: option.isDisabled };
  if (value === undefined) {
    return {
      ...shared,
      defaultChecked: defaultValue === undefined ? undefined : defaultValue === option.value,
    };
  }
  return { ...shared, checked: value === option.value, onChange: () => onValueChange?.(option.value) };
}

/** One of a few, listed under each other. */
export function RadioGroup<Value extends string>({
  legend,
  isLegendHidden,
  options,
  className,
  ...radio
}: Props<Value>) {
  return (
    <fieldset className={cn("flex min-w-0 flex-col gap-1", className)}>
      <legend className={cn("mb-1 font-medium text-sm", isLegendHidden && "sr-only")}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-6 items-start gap-2 text-base">
          <input
            type="radio"
            className="mt-[3px] size-4 shrink-0 accent-ink"
            {...radioProps(option, radio)}
          />
          <span className="min-w-0">
            {option.label}
            {option.description ? (
              <span className="block text-ink-faint text-xs">{option.description}</span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of a few short words, side by side. */
export function SegmentedControl<Value extends string>({
  legend,
  isLegendHidden,
  options,
  className,
  ...radio
}: Props<Value>) {
  return (
    <fieldset className={cn("min-w-0", className)}>
      <legend className={cn("mb-1 font-medium text-sm", isLegendHidden && "sr-only")}>{legend}</legend>
      <div className="inline-flex max-w-full flex-wrap rounded-sm border border-line-strong bg-surface p-px">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex h-7 items-center rounded-[3px] px-2 text-ink-soft text-sm transition-colors hover:text-ink has-checked:bg-ink has-disabled:opacity-50 has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              className="absolute inset-0 appearance-none outline-none"
              {...radioProps(option, radio)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
