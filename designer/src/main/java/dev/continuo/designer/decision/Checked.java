package dev.continuo.designer.decision;

import dev.continuo.rules.table.Compilation;
import dev.continuo.runtime.decision.TableDraft;
import dev.continuo.runtime.decision.kept.KeptReport;

/** A draft with all that was found out about it beside the page. */
record Checked(TableDraft draft, Compilation compilation, KeptReport report) {}
