/** Where measurements, `/live` and `/ready` are served. */
export interface MetricsSetting {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The setting of variables that have been validated; undefined without a port. */
export function metricsOf(variables: {
  readonly LIANSHU_METRICS_HOST: string;
  readonly LIANSHU_METRICS_PORT?: number;
}): MetricsSetting | undefined {
  const { LIANSHU_METRICS_HOST: host, LIANSHU_METRICS_PORT: port } = variables;
  return port === undefined ? undefined : { host, port };
}
