package dev.continuo.ontology.memory.gate;

import static dev.continuo.ontology.memory.SourceRank.EXTRACTED;
import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.SourceRank.SIGNED_CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final String JAN = "2026-01-01";
  private static final String FEB = "2026-02-01";
  private static final String MAR = "2026-03-01";
  private static final String APR = "2026-04-01";
  private static final String JUN = "2026-06-01";

  @Test
  void writesTheFirstValueOpen() {
    assertThat(timeline().rule(claim(JAN, null, "A", MAIL)))
        .isEqualTo(new Ruling.Written(interval(JAN, null), null, List.of()));
  }

  @Test
  void supersedesFromItsOwnStart() {
    var a = row(JAN, null, "A", MAIL);

    assertThat(timeline(a).rule(claim(MAR, null, "B", MAIL)))
        .isEqualTo(new Ruling.Written(interval(MAR, null), a, List.of(interval(JAN, MAR))));
  }

  @Test
  void aLateFactFillsItsIntervalAndNothingAfterIt() {
    var a = row(JAN, MAR, "A", MAIL);
    var b = row(MAR, null, "B", MAIL);

    assertThat(timeline(a, b).rule(claim(FEB, null, "C", MAIL)))
        .isEqualTo(new Ruling.Written(interval(FEB, MAR), a, List.of(interval(JAN, FEB))));
  }

  @Test
  void aLateFactBeforeEverythingCutsNothing() {
    var b = row(MAR, null, "B", MAIL);

    assertThat(timeline(b).rule(claim(JAN, null, "A", MAIL)))
        .isEqualTo(new Ruling.Written(interval(JAN, MAR), null, List.of()));
  }

  @Test
  void aLateFactDoesNotReachPastAConfirmation() {
    var a = row(JAN, null, "A", MAIL);
    var confirmed = timeline(a).with(new Anchor(at(MAR), "A", MAIL));

    assertThat(confirmed.rule(claim(FEB, null, "B", MAIL)))
        .isEqualTo(
            new Ruling.Written(
                interval(FEB, MAR), a, List.of(interval(JAN, FEB), interval(MAR, null))));
  }

  @Test
  void aConfirmationOfLowerRankDoesNotStopIt() {
    var a = row(JAN, null, "A", MAIL);
    var confirmed = timeline(a).with(new Anchor(at(MAR), "A", EXTRACTED));

    assertThat(confirmed.rule(claim(FEB, null, "B", MAIL)))
        .isEqualTo(new Ruling.Written(interval(FEB, null), a, List.of(interval(JAN, FEB))));
  }

  @Test
  void aStatedEndGivesTheSlotBack() {
    var a = row(JAN, null, "A", MAIL);

    assertThat(timeline(a).rule(claim(FEB, APR, "B", MAIL)))
        .isEqualTo(
            new Ruling.Written(
                interval(FEB, APR), a, List.of(interval(JAN, FEB), interval(APR, null))));
  }

  @Test
  void aStatedEndOfTheSameValueEndsIt() {
    var a = row(JAN, null, "A", MAIL);

    assertThat(timeline(a).rule(claim(MAR, JUN, "A", MAIL)))
        .isEqualTo(new Ruling.Written(interval(MAR, JUN), a, List.of(interval(JAN, MAR))));
  }

  @Test
  void aHigherRankCorrectsTheSameStart() {
    var a = row(JAN, null, "A", MAIL);

    assertThat(timeline(a).rule(claim(JAN, null, "B", SIGNED_CONTRACT)))
        .isEqualTo(new Ruling.Written(interval(JAN, null), a, List.of()));
  }

  @Test
  void aLowerRankNeverSupersedes() {
    var a = row(JAN, null, "A", SIGNED_CONTRACT);

    assertThat(timeline(a).rule(claim(MAR, null, "B", MAIL))).isEqualTo(new Ruling.Outranked(a));
  }

  @Test
  void equalSourcesAboutTheSameStartAreTied() {
    var a = row(JAN, null, "A", MAIL);

    assertThat(timeline(a).rule(claim(JAN, null, "B", MAIL))).isEqualTo(new Ruling.Tied(a));
  }

  @Test
  void aConfirmationTiesToo() {
    var a = row(JAN, null, "A", MAIL);
    var confirmed = timeline(a).with(new Anchor(at(MAR), "A", MAIL));

    assertThat(confirmed.rule(claim(MAR, null, "B", MAIL))).isEqualTo(new Ruling.Tied(a));
  }

  @Test
  void sayingItAgainConfirms() {
    var a = row(JAN, null, "A", MAIL);

    assertThat(timeline(a).rule(claim(MAR, null, "A", MAIL))).isEqualTo(new Ruling.Confirmed(a));
    assertThat(timeline(a).rule(claim(MAR, null, "A", EXTRACTED)))
        .isEqualTo(new Ruling.Confirmed(a));
  }

  @Test
  void aHigherRankThatSaysTheSameRaisesTheRankFromThere() {
    var a = row(JAN, JUN, "A", MAIL);

    assertThat(timeline(a).rule(claim(MAR, null, "A", SIGNED_CONTRACT)))
        .isEqualTo(new Ruling.Written(interval(MAR, JUN), a, List.of(interval(JAN, MAR))));
  }

  @Test
  void aLowerRankCannotEndIt() {
    var a = row(JAN, null, "A", SIGNED_CONTRACT);

    assertThat(timeline(a).rule(claim(MAR, JUN, "A", MAIL))).isEqualTo(new Ruling.Outranked(a));
  }

  @Test
  void noticesAnOverlap() {
    assertThat(timeline(row(JAN, APR, "A", MAIL), row(MAR, null, "B", MAIL)).overlaps()).isTrue();
    assertThat(timeline(row(JAN, MAR, "A", MAIL), row(MAR, null, "B", MAIL)).overlaps()).isFalse();
  }

  private static Timeline timeline(Row... rows) {
    return new Timeline(List.of(rows), List.of());
  }

  private static Row row(String from, @Nullable String to, String value, SourceRank rank) {
    return new Row("f-" + value + from, interval(from, to), value, rank);
  }

  private static Claim claim(String from, @Nullable String to, String value, SourceRank rank) {
    return new Claim(interval(from, to), value, rank);
  }

  private static Interval interval(String from, @Nullable String to) {
    return new Interval(at(from), to == null ? null : at(to));
  }

  private static Instant at(String day) {
    return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
