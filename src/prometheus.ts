import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Metrics } from "./metrics.ts";

/** What the road counts, as Prometheus metrics in a registry of their own. */
export function prometheusMetrics(): { readonly metrics: Metrics; readonly registry: Registry } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "kopdar_" });
  const turns = new Counter({ name: "kopdar_turns_total", help: "Turns committed", registers });
  const groups = new Histogram({
    name: "kopdar_turn_group_seconds",
    help: "Time of one transaction of turns",
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10],
    registers,
  });
  const refused = new Counter({
    name: "kopdar_turns_refused_total",
    help: "Turns the shop did not carry out, taken again",
    labelNames: ["reason"],
    registers,
  });
  const failed = new Counter({
    name: "kopdar_turns_failed_total",
    help: "Turns in which our own code or data threw",
    registers,
  });
  const unread = new Counter({
    name: "kopdar_answers_unread_total",
    help: "Stored answers that this release could not read: kept, and asked again",
    registers,
  });
  const settled = new Counter({
    name: "kopdar_outbox_rows_total",
    help: "Outbox rows by how their sending ended",
    labelNames: ["status"],
    registers,
  });
  const sending = new Histogram({
    name: "kopdar_sending_seconds",
    help: "From the commit of a row to the platform's answer",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300],
    registers,
  });
  const age = new Gauge({
    name: "kopdar_outbox_age_seconds",
    help: "Age of the oldest row that should have been sent",
    labelNames: ["account"],
    registers,
  });
  const calls = new Gauge({ name: "kopdar_calls_open", help: "Customers who are to be called", registers });
  const lateCalls = new Gauge({
    name: "kopdar_calls_overdue",
    help: "Customers who wait for a call longer than they were told",
    registers,
  });
  return {
    registry,
    metrics: {
      turnsTaken(count, ms) {
        turns.inc(count);
        groups.observe(ms / 1000);
      },
      turnRefused: (reason) => refused.inc({ reason }),
      turnFailed: () => failed.inc(),
      answersUnread: (count) => unread.inc(count),
      outboxSettled: (status) => settled.inc({ status }),
      sendingTook: (ms) => sending.observe(ms / 1000),
      callsOpen: (open, overdue) => {
        calls.set(open);
        lateCalls.set(overdue);
      },
      outboxAge: (account, ms) => age.set({ account }, ms / 1000),
    },
  };
}
