package org.chasqui.codec.siscomex;

import java.util.Set;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.JsonAnswerDecoder;

/**
 * Reads both result documents of Siscomex Remessa as decisions: of a batch registration
 * (ProcessamentoDoRegistroOuRetificaoDeLote.schema.json) and of a status query
 * (ProcessamentoDeConsulta.schema.json).
 */
final class ConsultaDecoder extends JsonAnswerDecoder {

  ConsultaDecoder() {
    super("siscomex-consulta", "a result document of Siscomex Remessa");
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP, AnswerReader.CONTROL_MAP);
  }

  @Override
  protected boolean recognises(String head) {
    return head.contains("\"numeroProtocolo\"") || head.contains("\"numeroRemessa\"");
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new AnswerReader(context, sink);
  }
}
