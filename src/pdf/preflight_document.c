/* What the file says of itself: header, trailer, catalog, metadata, output intent. */
#include "pdf/metadata.h"
#include "pdf/rules.h"
#include "pdf/string.h"

static const struct value *catalog_entry(struct checker *checker, const char *key) {
    return reader_get(checker->reader, checker->catalog, key);
}

static void check_header(struct checker *checker) {
    struct str bytes = reader_bytes(checker->reader);
    char most = checker->press ? '6' : '7';
    if (bytes.length < 16 || !str_starts(bytes, STR("%PDF-1.")) || bytes.at[7] < '0' ||
        bytes.at[7] > most) {
        rule_broken(checker, RULE_HEADER, "the header names no version up to 1.%c", most);
        return;
    }
    size_t line = str_find(bytes, STR("\n"));
    bool binary = line < 16 && line + 6 < bytes.length && bytes.at[line + 1] == '%';
    for (size_t i = 2; binary && i < 6; i++)
        binary = (unsigned char)bytes.at[line + i] > 127;
    if (!binary)
        rule_broken(checker, RULE_HEADER, "no comment of bytes over 127 after the header");
}

static void check_trailer(struct checker *checker) {
    const struct value *id = reader_get(checker->reader, reader_trailer(checker->reader), "ID");
    if (id->kind != VALUE_ARRAY || id->count != 2)
        rule_broken(checker, RULE_IDENTITY, "the trailer");
}

/* ---- output intent ---- */

static char profile_colours(struct checker *checker, const struct value *stream) {
    bool decoded = false;
    struct arena_mark mark = arena_mark(checker->scratch);
    struct str profile = stream->stream.at
                             ? reader_stream(checker->reader, stream, checker->scratch, &decoded)
                             : STR("");
    char colours = 0;
    if (decoded && profile.length > 128 && str_equal(str_part(profile, 36, 4), STR("acsp")) &&
        profile.at[8] <= 4)
        colours = profile.at[16];
    arena_rewind(checker->scratch, mark);
    return colours == 'R' || colours == 'C' || colours == 'G' ? colours : 0;
}

/* Another one than the usual is told by the output intent. */
static unsigned ink_limit(struct str info) {
    size_t at = str_find(info, STR(INK_LIMIT));
    unsigned limit = 0;
    for (size_t i = at == SIZE_MAX ? info.length : at + sizeof INK_LIMIT - 1;
         i < info.length && info.at[i] >= '0' && info.at[i] <= '9' && limit < 1000; i++)
        limit = limit * 10 + (unsigned)(info.at[i] - '0');
    return limit ? limit : USUAL_INK_LIMIT;
}

static void check_intent(struct checker *checker) {
    checker->ink_limit = USUAL_INK_LIMIT;
    const struct value *intents = catalog_entry(checker, "OutputIntents");
    if (intents->kind != VALUE_ARRAY || intents->count != 1) {
        rule_broken(checker, RULE_INTENT, "the catalog has not one output intent");
        return;
    }
    const struct value *intent = reader_resolve(checker->reader, intents->items);
    const char *kind = checker->press ? "GTS_PDFX" : "GTS_PDFA1";
    if (!value_is(reader_get(checker->reader, intent, "S"), kind))
        rule_broken(checker, RULE_INTENT, "the output intent is no %s", kind);
    if (reader_get(checker->reader, intent, "OutputConditionIdentifier")->kind != VALUE_STRING)
        rule_broken(checker, RULE_INTENT, "the output intent names no condition");
    checker->ink_limit = ink_limit(reader_get(checker->reader, intent, "Info")->text);
    checker->intent =
        profile_colours(checker, reader_get(checker->reader, intent, "DestOutputProfile"));
    if (!checker->intent)
        rule_broken(checker, RULE_INTENT, "the output intent has no ICC profile");
    else if (checker->press && checker->intent != 'C')
        rule_broken(checker, RULE_INTENT, "the profile of the output intent is none of inks");
}

/* ---- metadata ---- */

static bool says(const struct checker *checker, const char *text) {
    return str_find(checker->metadata, str_from(text)) != SIZE_MAX;
}

/* The code points of a text string (ISO 32000-1, 7.9.2.2) as XML has them. */
static struct str as_xml(struct checker *checker, struct str text) {
    struct buffer out = {0};
    bool wide = text.length >= 2 && (unsigned char)text.at[0] == 0xFE;
    size_t step = wide ? 2 : 1;
    for (size_t i = wide ? 2 : 0; i + step <= text.length; i += step) {
        uint32_t code = (unsigned char)text.at[i];
        if (wide)
            code = code << 8 | (unsigned char)text.at[i + 1];
        if (wide && code >= 0xD800 && code < 0xDC00 && i + 4 <= text.length) {
            uint32_t low =
                (uint32_t)(unsigned char)text.at[i + 2] << 8 | (unsigned char)text.at[i + 3];
            code = 0x10000 + ((code - 0xD800) << 10) + (low & 0x3FF);
            i += 2;
        }
        char bytes[4];
        if (code == '&')
            buffer_text(&out, "&amp;");
        else if (code == '<')
            buffer_text(&out, "&lt;");
        else if (code == '>')
            buffer_text(&out, "&gt;");
        else
            buffer_bytes(&out, bytes, utf8_write(bytes, code));
    }
    struct str copy = str_copy(checker->arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

/* The text after `before` up to the next tag. */
static struct str metadata_text(const struct checker *checker, const char *before) {
    size_t at = str_find(checker->metadata, str_from(before));
    if (at == SIZE_MAX)
        return STR("");
    struct str rest = str_part(checker->metadata, at + str_from(before).length, SIZE_MAX);
    return str_part(rest, 0, str_find(rest, STR("<")));
}

static struct str as_xml_date(struct checker *checker, struct str date) {
    if (date.length < 16)
        return STR("");
    const char *d = date.at;
    return str_print(checker->arena, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d + 2, d + 6, d + 8, d + 10,
                     d + 12, d + 14);
}

static void check_information(struct checker *checker) {
    static const struct {
        const char *key, *element;
        bool date;
    } pairs[] = {
        {"Title", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", false},
        {"Author", "<dc:creator><rdf:Seq><rdf:li>", false},
        {"Subject", "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", false},
        {"Keywords", "<pdf:Keywords>", false},
        {"Creator", "<xmp:CreatorTool>", false},
        {"Producer", "<pdf:Producer>", false},
        {"CreationDate", "<xmp:CreateDate>", true},
        {"ModDate", "<xmp:ModifyDate>", true},
    };
    const struct value *info = reader_get(checker->reader, reader_trailer(checker->reader), "Info");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct value *entry = reader_get(checker->reader, info, pairs[i].key);
        if (entry->kind != VALUE_STRING)
            continue;
        struct str expected =
            pairs[i].date ? as_xml_date(checker, entry->text) : as_xml(checker, entry->text);
        if (!str_equal(expected, metadata_text(checker, pairs[i].element)))
            rule_broken(checker, RULE_INFORMATION, "/%s is not what XMP says", pairs[i].key);
    }
}

static void check_archive(struct checker *checker) {
    struct str part = metadata_text(checker, "<pdfaid:part>");
    bool known = str_equal(part, STR("2")) || str_equal(part, STR("3"));
    if (!known || !str_equal(metadata_text(checker, "<pdfaid:conformance>"), STR("A")))
        rule_broken(checker, RULE_ARCHIVE, "XMP does not say part 2 or 3, conformance A");
    if (says(checker, "<pdfuaid:part>") && !says(checker, "<pdfaSchema:prefix>pdfuaid<"))
        rule_broken(checker, RULE_SCHEMAS, "the schema pdfuaid");
}

static void check_access(struct checker *checker) {
    if (!str_equal(metadata_text(checker, "<pdfuaid:part>"), STR("1")))
        rule_broken(checker, RULE_ACCESSIBLE, "XMP does not say part 1");
    const struct value *preferences = catalog_entry(checker, "ViewerPreferences");
    if (reader_get(checker->reader, preferences, "DisplayDocTitle")->number != 1)
        rule_broken(checker, RULE_TITLE, "/DisplayDocTitle is not true");
    if (metadata_text(checker, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">").length == 0)
        rule_broken(checker, RULE_TITLE, "XMP has no title");
    const struct value *mark = catalog_entry(checker, "MarkInfo");
    if (reader_get(checker->reader, mark, "Marked")->number != 1)
        rule_broken(checker, RULE_MARKED, "/Marked is not true");
    if (catalog_entry(checker, "Lang")->text.length == 0)
        rule_broken(checker, RULE_LANGUAGE, "the catalog has no /Lang");
}

static void check_exchange(struct checker *checker) {
    static const char *const wanted[] = {
        "<dc:title>",         "<xmp:CreateDate>",  "<xmp:ModifyDate>",       "<xmp:MetadataDate>",
        "<xmpMM:DocumentID>", "<xmpMM:VersionID>", "<xmpMM:RenditionClass>",
    };
    if (!str_equal(metadata_text(checker, "<pdfxid:GTS_PDFXVersion>"), STR("PDF/X-4")))
        rule_broken(checker, RULE_EXCHANGE, "GTS_PDFXVersion is not PDF/X-4");
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!says(checker, wanted[i]))
            rule_broken(checker, RULE_NAMED, "XMP has no %s", wanted[i]);
    const struct value *info = reader_get(checker->reader, reader_trailer(checker->reader), "Info");
    const struct value *trapped = reader_get(checker->reader, info, "Trapped");
    if (!value_is(trapped, "False") && !value_is(trapped, "True"))
        rule_broken(checker, RULE_TRAPPED, "/Trapped of the information dictionary");
    struct str said = metadata_text(checker, "<pdf:Trapped>");
    if (!str_equal(said, STR("False")) && !str_equal(said, STR("True")))
        rule_broken(checker, RULE_TRAPPED, "pdf:Trapped of XMP");
}

void check_document(struct checker *checker) {
    check_header(checker);
    check_trailer(checker);
    check_intent(checker);
    if (checker->metadata.length == 0)
        rule_broken(checker, RULE_METADATA, "the catalog");
    check_information(checker);
    if (checker->archive)
        check_archive(checker);
    if (checker->access)
        check_access(checker);
    if (checker->press)
        check_exchange(checker);
}
