package dev.continuo.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentTests {
  @Test
  void takesEventsOfTheKeptTypesOnly() {
    FakeBroker broker = new FakeBroker(Map.of("jdbcUrl", "jdbc:postgresql://127.0.0.1/x"), -1);
    new JournalExporter().configure(broker);

    assertThat(broker.filter.acceptType(RecordType.EVENT)).isTrue();
    assertThat(broker.filter.acceptType(RecordType.COMMAND)).isFalse();
    assertThat(broker.filter.acceptType(RecordType.COMMAND_REJECTION)).isFalse();
    assertThat(broker.filter.acceptValue(ValueType.JOB)).isTrue();
    assertThat(broker.filter.acceptValue(ValueType.JOB_BATCH)).isFalse();
    assertThat(broker.filter.acceptValue(ValueType.DEPLOYMENT)).isFalse();
  }

  @Test
  void dropsTheStatesBetweenTwoStates() {
    assertThat(Content.keeps(element(ProcessInstanceIntent.ELEMENT_ACTIVATING))).isFalse();
    assertThat(Content.keeps(element(ProcessInstanceIntent.ELEMENT_COMPLETING))).isFalse();
    assertThat(Content.keeps(element(ProcessInstanceIntent.ELEMENT_TERMINATING))).isFalse();
    assertThat(Content.keeps(element(ProcessInstanceIntent.ELEMENT_ACTIVATED))).isTrue();
    assertThat(Content.keeps(element(ProcessInstanceIntent.ELEMENT_COMPLETED))).isTrue();
    assertThat(Content.keeps(element(ProcessInstanceIntent.ELEMENT_TERMINATED))).isTrue();
    assertThat(Content.keeps(element(ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN))).isTrue();
  }

  @Test
  void anElementCostsNoPayloadAndTheProcessNamesItsVersion() {
    Content task = Content.of(element(ProcessInstanceIntent.ELEMENT_ACTIVATED));
    assertThat(task.payload()).isNull();
    assertThat(task.elementType()).isEqualTo("SERVICE_TASK");
    assertThat(task.scope()).isEqualTo(Records.RUN);

    Content process =
        Content.of(
            Records.element(1, BpmnElementType.PROCESS, ProcessInstanceIntent.ELEMENT_ACTIVATED));
    assertThat(json(process)).contains("\"bpmnProcessId\":\"greeting\"", "\"version\":3");
  }

  @Test
  void aJobKeepsItsHeadersButNotItsVariables() {
    String json = json(Content.of(Records.job(1, JobIntent.CREATED)));
    assertThat(json)
        .contains(
            "\"customHeaders\":{\"form\":\"card\"}", "\"errorMessage\":\"Said \\\"no\\\"\\n\"")
        .doesNotContain("large");
  }

  @Test
  void aVariableKeepsItsJson() {
    String json = json(Content.of(Records.variable(1, "lead", "{\"kind\":\"quote\"}")));
    assertThat(json).contains("\"name\":\"lead\"", "\"value\":{\"kind\":\"quote\"}");
  }

  @Test
  void textOfAnyKindStaysOneJsonString() {
    String odd = "a\u0000b\u2028 \ud83d\ude00 \ud83d \\ \" </script>";
    byte[] bytes = new JsonText().with("odd", odd).bytes();
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("{\"odd\":\"a\\u0000b\u2028 \\ud83d\\ude00 \\ud83d \\\\ \\\" </script>\"}");
  }

  private static Record<?> element(ProcessInstanceIntent intent) {
    return Records.element(1, BpmnElementType.SERVICE_TASK, intent);
  }

  private static String json(Content content) {
    return new String(content.payload(), StandardCharsets.UTF_8);
  }
}
