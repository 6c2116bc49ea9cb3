package org.parvis.fhir.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XhtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class='a' title=\"b\">x &amp; &#233; &#x2014;<br/></p></div>",
                "<div/>",
                "<div><!-- a --><a href=\"#b\">c</a><a href='Patient/1'>d</a><img src=\"data:image/png;base64,AA==\"/></div>",
                "<div><img src=\"data: image/png;base64,AA==\"/></div>",
                " <div ><table border=\"1\"><tr><td >é🩺</td ></tr></table></div>\n",
                "<div xml:lang=\"fr\"><a href=\"https://x.org/?a=1&amp;b=2\">c</a></div>"
            })
    void narrativesAreOneDivOfFormatting(String div) {
        assertThat(Xhtml.fault(div)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hello                          | is not XHTML: it must be one <div> element",
                "<p>x</p>                       | is not XHTML: it must be one <div> element",
                "<div>x                         | is not well-formed: <div> is not closed",
                "<div>x</p></div>               | is not well-formed: </p> where </div> is expected",
                "<div><b><i>x</b></i></div>     | is not well-formed: </b> where </i> is expected",
                "<div></div><div></div>         | goes on after its </div>",
                "<div>&nbsp;</div>              | is not well-formed: &nbsp; is not an entity of XML (write the character itself)",
                "<div>a & b</div>               | is not well-formed: & b</div> is not an entity of XML (write the character itself)",
                "<div a=1>x</div>               | is not well-formed: the attribute a has no quoted value",
                "<div a=\"1\" a=\"2\">x</div>   | is not well-formed: the attribute a occurs twice",
                "<div a=\"1\"b=\"2\">x</div>    | is not well-formed: <div is not closed",
                "<div><![CDATA[x]]></div>       | may not hold the element <>",
                "<div><!-- a -- b --></div>     | is not well-formed: a comment is not closed",
                "<div><!DOCTYPE x></div>        | may not hold the element <>",
                "<div>]]></div>                 | is not well-formed: it holds ]]>",
                "<div><script>x</script></div>  | may not hold the element <script>",
                "<div><form/></div>             | may not hold the element <form>",
                "<div onclick=\"x()\">x</div>   | may not hold the attribute onclick",
                "<div xmlns=\"http://x\">x</div>| is in the namespace http://x, not in that of XHTML",
                "<div><a href=\"javascript:x\">y</a></div>         | may not hold the address javascript:x",
                "<div><a href=\" java&#x73;cript:x\">y</a></div>   | may not hold the address  javascript:x",
                "<div><img src=\"data:text/html,x\"/></div>        | may not hold the address data:text/html,x",
                "<div><a href=\"data:image/svg+xml,x\">y</a></div> | may not hold the address data:image/svg+xml,x",
            })
    void everythingElseIsRefused(String div, String fault) {
        assertThat(Xhtml.fault(div)).isEqualTo(fault);
    }

    @Test
    void depthIsBounded() {
        assertThat(Xhtml.fault("<div>".repeat(100_000))).isEqualTo("is nested too deeply");
    }
}
