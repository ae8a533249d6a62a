/* JSON Schema (draft 2020-12), for editors that complete and check while one types. */
#include "yaml/below.h"
#include <string.h>

static void print_string(FILE *out, const char *text) {
    fputc('"', out);
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\')
            fprintf(out, "\\%c", *at);
        else if (*at < 0x20)
            fprintf(out, "\\u%04x", *at);
        else
            fputc(*at, out);
    }
    fputc('"', out);
}

#define TEXT_BY_LANGUAGE                                                                           \
    "\"anyOf\": [{\"type\": [\"string\", \"number\"]}, {\"type\": \"object\", "                    \
    "\"propertyNames\": {\"pattern\": \"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$\"}, "                  \
    "\"additionalProperties\": {\"type\": [\"string\", \"number\", \"null\"]}}]"
#define RGB "{\"type\": \"string\", \"pattern\": \"^#[0-9A-Fa-f]{6}$\"}"

/* The keywords of a type. A string without quotes may look like a number to the editor. */
static const char *type_keywords(enum field_type type) {
    switch (type) {
    case FIELD_ID:
        return "\"type\": \"string\", \"pattern\": \"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$\"";
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        return TEXT_BY_LANGUAGE;
    case FIELD_INTEGER:
        return "\"type\": \"integer\"";
    case FIELD_BOOLEAN:
        return "\"type\": \"boolean\"";
    case FIELD_DATE:
        return "\"type\": [\"string\", \"integer\"], "
               "\"pattern\": \"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$\"";
    case FIELD_DAY:
        return "\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"";
    case FIELD_LENGTH:
        return "\"type\": [\"string\", \"number\"], "
               "\"pattern\": \"^[+-]? *[0-9]+(\\\\.[0-9]+)? *(pt|mm|cm|in)$|^0$\"";
    case FIELD_SHARE:
        return "\"type\": \"string\", \"pattern\": \"^[0-9]+(\\\\.[0-9]+)? *%$\"";
    case FIELD_COLOUR:
        return "\"anyOf\": [" RGB ", {\"type\": \"object\", \"required\": [\"rgb\"], "
               "\"additionalProperties\": false, \"properties\": {\"rgb\": " RGB ", "
               "\"cmyk\": {\"type\": \"array\", \"minItems\": 4, \"maxItems\": 4, \"items\": "
               "{\"type\": \"integer\", \"minimum\": 0, \"maximum\": 100}}, "
               "\"spot\": {\"type\": \"string\", \"minLength\": 1}}}]";
    case FIELD_LANGUAGE:
        return "\"type\": \"string\", \"pattern\": \"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$\"";
    case FIELD_COUNTRY:
        return "\"type\": \"string\", \"pattern\": \"^[A-Z]{2}$\"";
    case FIELD_EMAIL:
        return "\"type\": \"string\", \"format\": \"email\"";
    case FIELD_URL:
        return "\"type\": \"string\", \"pattern\": \"^(https?://|www\\\\.)\"";
    default:
        return "\"type\": [\"string\", \"number\"]";
    }
}

static void print_choices(FILE *out, const struct choices *choices) {
    fputs("\"enum\": [", out);
    for (size_t i = 0; i < choices->count; i++) {
        fputs(i ? ", " : "", out);
        print_string(out, choices->words[i]);
    }
    fputc(']', out);
}

static void print_reference(FILE *out, const struct record *record) {
    fprintf(out, "\"$ref\": \"#/$defs/%s\"", record->name);
}

/* The keywords of one value, without the braces around them. */
static void print_single(FILE *out, const struct field *field) {
    if (field->type == FIELD_CHOICE) {
        print_choices(out, field->choices);
    } else if (field->type == FIELD_RECORD) {
        print_reference(out, field->record);
    } else if (field->type == FIELD_MAP) {
        fputs("\"type\": \"object\", \"additionalProperties\": {", out);
        print_reference(out, field->record);
        fputc('}', out);
    } else {
        fputs(type_keywords(field->type), out);
    }
}

static void print_value(FILE *out, const struct field *field) {
    if (!field->list) {
        print_single(out, field);
        return;
    }
    fputs("\"anyOf\": [{\"type\": \"array\", \"items\": {", out);
    print_single(out, field);
    fputs("}}, {", out);
    print_single(out, field);
    fputs("}]", out);
}

/* Optional keys may stand empty. */
static void print_property(FILE *out, const struct field *field) {
    print_string(out, field->name);
    fputs(": {", out);
    if (field->about) {
        fputs("\"description\": ", out);
        print_string(out, field->about);
        fputs(", ", out);
    }
    if (field->required) {
        print_value(out, field);
    } else {
        fputs("\"anyOf\": [{\"type\": \"null\"}, {", out);
        print_value(out, field);
        fputs("}]", out);
    }
    fputc('}', out);
}

static void print_required(FILE *out, const struct record *record) {
    const char *comma = "";
    fputs("\"required\": [", out);
    for (size_t i = 0; i < record->count; i++) {
        if (!record->fields[i].required || !record->fields[i].name[0])
            continue;
        fputs(comma, out);
        print_string(out, record->fields[i].name);
        comma = ", ";
    }
    fputc(']', out);
}

static void print_mapping(FILE *out, const struct record *record) {
    const char *comma = "";
    fputs("\"type\": \"object\", \"additionalProperties\": false, ", out);
    print_required(out, record);
    fputs(", \"properties\": {", out);
    for (size_t i = 0; i < record->count; i++) {
        if (!record->fields[i].name[0])
            continue;
        fprintf(out, "%s\n    ", comma);
        print_property(out, &record->fields[i]);
        comma = ",";
    }
    fputs("}", out);
}

static void print_record(FILE *out, const struct record *record) {
    const struct field *bare = record_bare(record);
    print_string(out, record->name);
    fputs(": {", out);
    if (record->about) {
        fputs("\"description\": ", out);
        print_string(out, record->about);
        fputs(", ", out);
    }
    if (bare && record->count == 1) {
        print_value(out, bare);
    } else if (bare) {
        fputs("\"anyOf\": [{", out);
        print_value(out, bare);
        fputs("}, {", out);
        print_mapping(out, record);
        fputs("}]", out);
    } else {
        print_mapping(out, record);
    }
    fputc('}', out);
}

void schema_json(const struct record *record, FILE *out) {
    struct arena *arena = arena_new();
    struct records records = records_below(arena, record);
    fputs("{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n \"title\": ", out);
    print_string(out, record->name);
    fprintf(out, ",\n \"$ref\": \"#/$defs/%s\",\n \"$defs\": {", record->name);
    for (size_t i = 0; i < records.count; i++) {
        fputs(i ? ",\n  " : "\n  ", out);
        print_record(out, records.at[i]);
    }
    fputs("}}\n", out);
    arena_free(arena);
}
