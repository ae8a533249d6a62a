#include "pdf/metadata.h"
#include "pdf/cache.h"
#include "pdf/profile.h"
#include "pdf/string.h"

/* A moment in UTC, year 0: none. */
struct moment {
    int year, month, day, hour, minute, second;
};

/* Days since 1970 into a date of the proleptic Gregorian calendar, by eras of 400 years that begin
 * on the 1st of March (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms). */
static struct moment from_days(int64_t days) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (struct moment){.year = (int)(year + era * 400 + (month <= 2)),
                           .month = (int)month,
                           .day = (int)(of_year - (153 * shifted + 2) / 5 + 1)};
}

static struct moment moment_of(const struct document *document) {
    int64_t created = document->options->created;
    if (created < 0) {
        struct date date = document->pages->meta.date;
        return (struct moment){.year = date.year,
                               .month = date.month ? date.month : 1,
                               .day = date.day ? date.day : 1};
    }
    struct moment moment = from_days(created / 86400);
    int second = (int)(created % 86400);
    moment.hour = second / 3600;
    moment.minute = second / 60 % 60;
    moment.second = second % 60;
    return moment;
}

static void put_entry(struct buffer *out, const char *key, struct str text) {
    if (text.length == 0)
        return;
    buffer_text(out, key);
    string_text(out, text);
}

void date_put(const struct document *document, const char *key, struct buffer *out) {
    struct moment m = moment_of(document);
    if (m.year > 0)
        buffer_print(out, "%s(D:%04d%02d%02d%02d%02d%02dZ)", key, m.year, m.month, m.day, m.hour,
                     m.minute, m.second);
}

void info_write(const struct document *document) {
    const struct page_meta *meta = &document->pages->meta;
    struct buffer body = {0};
    put_entry(&body, "/Title", meta->title);
    put_entry(&body, "/Author", meta->author);
    put_entry(&body, "/Subject", meta->subject);
    put_entry(&body, "/Keywords", meta->keywords);
    put_entry(&body, "/Creator", document->options->producer);
    put_entry(&body, "/Producer", document->options->producer);
    date_put(document, "/CreationDate", &body);
    date_put(document, "/ModDate", &body);
    if (for_press(document))
        buffer_text(&body, "/Trapped/False");
    writer_put_own(document->writer, OWN_INFO, buffer_view(&body));
    buffer_free(&body);
}

static void put_xml(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte == '&')
            buffer_text(out, "&amp;");
        else if (byte == '<')
            buffer_text(out, "&lt;");
        else if (byte == '>')
            buffer_text(out, "&gt;");
        else if (byte >= ' ' || byte == '\n' || byte == '\t')
            buffer_bytes(out, &byte, 1);
    }
}

/* "<open>text</close>", nothing when there is no text. */
static void put_element(struct buffer *out, const char *open, struct str text, const char *close) {
    if (text.length == 0)
        return;
    buffer_text(out, open);
    put_xml(out, text);
    buffer_text(out, close);
    buffer_text(out, "\n");
}

static void put_dublin_core(const struct page_meta *meta, struct buffer *out) {
    buffer_text(out, "<dc:format>application/pdf</dc:format>\n");
    put_element(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->title,
                "</rdf:li></rdf:Alt></dc:title>");
    put_element(out, "<dc:creator><rdf:Seq><rdf:li>", meta->author,
                "</rdf:li></rdf:Seq></dc:creator>");
    put_element(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->subject,
                "</rdf:li></rdf:Alt></dc:description>");
    put_element(out, "<dc:language><rdf:Bag><rdf:li>", meta->language,
                "</rdf:li></rdf:Bag></dc:language>");
    put_element(out, "<dc:identifier>", meta->identifier, "</dc:identifier>");
}

static void put_dates(struct moment m, struct buffer *out) {
    static const char *const names[] = {"CreateDate", "ModifyDate", "MetadataDate"};
    for (size_t i = 0; i < 3 && m.year > 0; i++)
        buffer_print(out, "<xmp:%s>%04d-%02d-%02dT%02d:%02d:%02dZ</xmp:%s>\n", names[i], m.year,
                     m.month, m.day, m.hour, m.minute, m.second, names[i]);
}

/* PDF/A knows no pdfuaid: its schema must be described (ISO 19005-2, 6.6.2.3). */
static void put_extension_schema(struct buffer *out) {
    buffer_text(
        out, "<rdf:Description rdf:about=\"\""
             " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
             " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
             " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
             "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
             "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
             "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
             "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
             "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
             "<pdfaProperty:name>part</pdfaProperty:name>\n"
             "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
             "<pdfaProperty:category>internal</pdfaProperty:category>\n"
             "<pdfaProperty:description>Part of ISO 14289 the file conforms to"
             "</pdfaProperty:description>\n"
             "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
             "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n");
}

/* What ISO 15930-7 asks of XMP: its own mark, trapping, and the names of document and version. */
static void put_press_claims(const struct document *document, struct buffer *out) {
    struct digest digest = writer_identity(document->writer);
    unsigned long long first = digest.half[0], last = digest.half[1];
    buffer_text(out, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
                     "<pdf:Trapped>False</pdf:Trapped>\n");
    buffer_print(out,
                 "<xmpMM:DocumentID>uuid:%08llx-%04llx-%04llx-8000-%012llx</xmpMM:DocumentID>\n"
                 "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
                 "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n",
                 first >> 32, first >> 16 & 0xFFFF, 0x8000 | (first & 0xFFF), last >> 16);
}

static void put_claims(struct claims claims, struct buffer *out) {
    if (claims.archive)
        buffer_print(out,
                     "<pdfaid:part>%d</pdfaid:part>\n"
                     "<pdfaid:conformance>%c</pdfaid:conformance>\n",
                     claims.files ? 3 : 2, claims.tagged ? 'A' : 'U');
    if (claims.tagged)
        buffer_text(out, "<pdfuaid:part>1</pdfuaid:part>\n");
    buffer_text(out, "</rdf:Description>\n");
    if (claims.archive && claims.tagged)
        put_extension_schema(out);
}

uint32_t xmp_write(const struct document *document, struct claims claims) {
    struct buffer out = {0};
    buffer_text(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                      " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
                      " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
    const struct page_meta *meta = &document->pages->meta;
    put_dublin_core(meta, &out);
    put_dates(moment_of(document), &out);
    struct str producer = document->options->producer;
    put_element(&out, "<xmp:CreatorTool>", producer, "</xmp:CreatorTool>");
    put_element(&out, "<pdf:Producer>", producer, "</pdf:Producer>");
    put_element(&out, "<pdf:Keywords>", meta->keywords, "</pdf:Keywords>");
    if (claims.press)
        put_press_claims(document, &out);
    put_claims(claims, &out);
    buffer_text(&out, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    uint32_t number = writer_reserve(document->writer, 1);
    writer_put_stream(document->writer, number, STR("/Type/Metadata/Subtype/XML"),
                      buffer_view(&out));
    buffer_free(&out);
    return number;
}

/* That of the press is checked by now (press_check). */
uint32_t profile_write(const struct document *document) {
    const struct press_options *press = document->options->press;
    const char *path = press ? press->profile : document->options->screen_profile;
    struct str packed =
        path ? cache_profile(document->cache, path, !press, document->diag) : STR("");
    if (packed.length == 0)
        return 0;
    uint32_t number = writer_reserve(document->writer, 1);
    writer_put_stream(document->writer, number,
                      press ? STR("/N 4/Filter/FlateDecode") : STR("/N 3/Filter/FlateDecode"),
                      packed);
    return number;
}

/* The file's name says what it characterises; FOGRA39 is in the registry of the ICC by that name.
 * Another limit of ink than the usual one is told, for preflight and for people. */
static void put_press_condition(const struct document *document, struct buffer *out) {
    const struct press_options *press = document->options->press;
    struct str name = path_name(str_from(press->profile));
    if (str_ends(name, STR(".icc")))
        name.length -= 4;
    bool fogra39 = str_starts(name, STR("FOGRA39"));
    buffer_text(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier");
    string_text(out, fogra39 ? STR("FOGRA39") : STR("Custom"));
    if (fogra39)
        buffer_text(out, "/RegistryName(http://www.color.org)");
    buffer_text(out, "/Info");
    if (press->ink_limit != USUAL_INK_LIMIT)
        name =
            str_print(document->arena, "%.*s" INK_LIMIT "%u %%", STR_ARGS(name), press->ink_limit);
    string_text(out, name);
}

void output_intent_put(const struct document *document, uint32_t profile, struct buffer *out) {
    if (for_press(document))
        put_press_condition(document, out);
    else
        buffer_text(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                         "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
                         "/RegistryName(http://www.color.org)");
    buffer_print(out, "/DestOutputProfile %u 0 R>>]", (unsigned)profile);
}
