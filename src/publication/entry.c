#include "publication/entry.h"
#include "publication/compose.h"
#include "publication/country.h"
#include "publication/hours.h"

struct str mission_block_id(const struct edition *edition, const struct mission *mission) {
    return str_join(edition->arena, STR("mission-"), mission->id.text);
}

struct str mission_type_name(const struct edition *edition, const struct mission *mission) {
    return word(edition, mission_types.words[mission->type.value]);
}

static struct str city_of(const struct edition *edition, const struct mission *mission) {
    return text_in(&mission->city, edition->language);
}

static struct str with_city(const struct edition *edition, struct str name,
                            const struct mission *mission) {
    struct str city = city_of(edition, mission);
    if (city.length == 0)
        return name;
    struct str comma = language_comma(edition->language);
    return str_join(edition->arena, name, comma, city);
}

static bool known_by_name(const struct mission *mission) {
    return mission->name.count > 0 && (mission->type.value == MISSION_MINISTRY ||
                                       mission->type.value == MISSION_PERMANENT_MISSION ||
                                       mission->type.value == MISSION_DELEGATION);
}

struct str mission_title(const struct edition *edition, const struct mission *mission) {
    struct str name = known_by_name(mission) ? text_in(&mission->name, edition->language)
                                             : mission_type_name(edition, mission);
    return mission->type.value == MISSION_MINISTRY ? name : with_city(edition, name, mission);
}

struct str mission_masthead(const struct edition *edition, const struct mission *mission) {
    struct str name = text_in(&mission->name, edition->language);
    if (name.length == 0 || known_by_name(mission))
        return mission_title(edition, mission);
    return with_city(edition, name, mission);
}

struct str mission_country(const struct edition *edition, const struct mission *mission) {
    if (mission->country_name->count)
        return text_in(mission->country_name, edition->language);
    return locale_country(edition->locale, edition->arena, mission->country.text);
}

static void field_show(struct entry_fields *fields, enum entry_field field) {
    if (!fields->show[field])
        fields->order[fields->count++] = field;
    fields->show[field] = true;
}

struct entry_fields entry_fields_all(void) {
    struct entry_fields fields = {.count = 0};
    for (int i = 0; i < ENTRY_FIELDS; i++)
        field_show(&fields, (enum entry_field)i);
    return fields;
}

struct entry_fields entry_fields_of(const struct directory *directory) {
    struct entry_fields fields = {.count = 0};
    if (directory->fields.count == 0)
        return entry_fields_all();
    for (size_t i = 0; i < directory->fields.count; i++)
        field_show(&fields, (enum entry_field)directory->fields.at[i].value);
    return fields;
}

/* ---- facts ---- */

struct facts {
    const struct edition *edition;
    struct block *parent;
};

static struct block *fact_add(struct facts *facts, const char *label, struct span span) {
    const struct edition *edition = facts->edition;
    struct block *fact = paragraph_add(edition, facts->parent, ROLE_PARAGRAPH, "fact", span);
    run_add(&fact->label, edition->arena, RUN_TEXT, style_of(edition, "fact_label"),
            word(edition, label), span);
    return fact;
}

static void fact_text(struct facts *facts, const char *label, struct str text, struct span span) {
    if (text.length)
        text_add(facts->edition, fact_add(facts, label, span), text, span);
}

static void fact_translated(struct facts *facts, const char *label, const struct text *text) {
    fact_text(facts, label, text_in(text, facts->edition->language), text->span);
}

static void fact_date(struct facts *facts, const char *label, const struct dated *dated) {
    if (dated->date.year)
        fact_text(facts, label,
                  locale_date(facts->edition->locale, facts->edition->arena, dated->date),
                  dated->span);
}

/* Numbers to call are links; those of fax machines are not. */
static void fact_numbers(struct facts *facts, const char *label, const struct string *numbers,
                         size_t count, bool call) {
    struct block *fact = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct string *number = &numbers[i];
        if (number->text.length == 0)
            continue;
        if (!fact)
            fact = fact_add(facts, label, number->span);
        else
            text_add(facts->edition, fact, STR(", "), number->span);
        phone_add(facts->edition, fact, number, call);
    }
}

static void fact_emails(struct facts *facts, const struct strings *emails) {
    struct block *fact = NULL;
    for (size_t i = 0; i < emails->count; i++) {
        const struct string *email = &emails->at[i];
        if (!fact)
            fact = fact_add(facts, "e_mail", email->span);
        else
            break_add(facts->edition, fact);
        fact->break_words = true;
        link_add(facts->edition, fact, email->text, mail_target(facts->edition->arena, email->text),
                 email->span);
    }
}

static void web_add(const struct edition *edition, struct block *fact, const struct string *url) {
    fact->break_words = true;
    link_add(edition, fact, web_display(url->text), web_target(edition->arena, url->text),
             url->span);
}

static void fact_website(struct facts *facts, const struct string *website) {
    if (website->text.length)
        web_add(facts->edition, fact_add(facts, "website", website->span), website);
}

static void fact_social(struct facts *facts, const struct strings *social) {
    struct block *fact = NULL;
    for (size_t i = 0; i < social->count; i++) {
        if (!fact)
            fact = fact_add(facts, "social", social->at[i].span);
        else
            break_add(facts->edition, fact);
        web_add(facts->edition, fact, &social->at[i]);
    }
}

static void fact_person(struct facts *facts, const struct person *person) {
    const struct edition *edition = facts->edition;
    struct str name = text_in(&person->name, edition->language);
    struct str rank = text_in(&person->rank, edition->language);
    struct str text = name;
    if (name.length && rank.length)
        text = str_join(edition->arena, name, STR(", "), rank);
    fact_text(facts, "head", text.length ? text : rank, person->span);
}

static void fact_hours(struct facts *facts, const struct hours_list *hours) {
    const struct edition *edition = facts->edition;
    struct block *fact = NULL;
    for (size_t i = 0; i < hours->count; i++) {
        struct str text = hours_text(edition, &hours->at[i]);
        if (text.length == 0)
            continue;
        if (!fact)
            fact = fact_add(facts, "hours", hours->at[i].span);
        else
            break_add(edition, fact);
        text_add(edition, fact, text, hours->at[i].span);
    }
}

/* ---- addresses ---- */

/* An address runs in one direction, that of its first letters, whatever stands around it. */
static void address_text(const struct edition *edition, struct block *fact, struct str text,
                         struct span span) {
    struct run *run = text_add(edition, fact, text, span);
    if (run)
        run->isolate = true;
}

static void lines_add(const struct edition *edition, struct block *fact,
                      const struct texts *lines) {
    for (size_t i = 0; i < lines->count; i++) {
        if (i > 0)
            address_text(edition, fact, STR(", "), lines->at[i].span);
        address_text(edition, fact, text_in(&lines->at[i], edition->language), lines->at[i].span);
    }
}

static void local_lines_add(const struct edition *edition, struct block *fact,
                            const struct mission *mission) {
    const struct style *style = style_of(edition, "fact_local");
    struct str language = country_language(mission->country.text);
    for (size_t i = 0; i < mission->address_local->count; i++) {
        const struct string *line = &mission->address_local->at[i];
        if (fact->runs.count)
            break_add(edition, fact);
        struct run *run = text_styled(edition, fact, style, line->text, line->span);
        if (run) {
            run->language = language;
            run->isolate = true;
        }
    }
}

/* The local form stands below the Latin one, under the same label, where both are shown. */
static void fact_address(struct facts *facts, const struct mission *mission, bool local) {
    if (mission->address.count == 0)
        return;
    struct block *fact = fact_add(facts, "address", mission->address.span);
    lines_add(facts->edition, fact, &mission->address);
    if (local)
        local_lines_add(facts->edition, fact, mission);
}

static void fact_address_local(struct facts *facts, const struct mission *mission, bool latin) {
    if (mission->address_local->count == 0 || (latin && mission->address.count))
        return;
    local_lines_add(facts->edition, fact_add(facts, "address_local", mission->address_local->span),
                    mission);
}

static void fact_postal_address(struct facts *facts, const struct texts *address) {
    if (address->count)
        lines_add(facts->edition, fact_add(facts, "postal_address", address->span), address);
}

/* ---- the rest of an entry ---- */

static void section_add(const struct edition *edition, struct block *parent,
                        const struct section *section) {
    struct block *group = block_new(edition->arena, parent, BLOCK_GROUP, ROLE_SECTION,
                                    style_of(edition, "entry_section"), section->span);
    line_add(edition, group, ROLE_PARAGRAPH, "section_name",
             text_in(&section->name, edition->language), section->span);
    struct facts facts = {edition, group};
    fact_person(&facts, &section->head);
    fact_numbers(&facts, "telephone", section->phone.at, section->phone.count, true);
    fact_numbers(&facts, "fax", &section->fax, 1, false);
    fact_emails(&facts, &section->email);
    fact_hours(&facts, &section->hours);
    fact_translated(&facts, "note", &section->note);
}

static void sections_add(struct facts *facts, const struct mission *mission) {
    for (size_t i = 0; i < mission->sections->count; i++)
        section_add(facts->edition, facts->parent, &mission->sections->at[i]);
}

static void fact_accredited(struct facts *facts, const struct strings *countries) {
    const struct edition *edition = facts->edition;
    struct block *fact = NULL;
    for (size_t i = 0; i < countries->count; i++) {
        const struct string *iso = &countries->at[i];
        if (!fact)
            fact = fact_add(facts, "accredited", iso->span);
        else
            text_add(edition, fact, STR(", "), iso->span);
        text_add(edition, fact, locale_country(edition->locale, edition->arena, iso->text),
                 iso->span);
    }
}

static void fact_status(struct facts *facts, const struct mission *mission) {
    static const char *const words[] = {
        [STATUS_OPEN] = "status_open",
        [STATUS_SUSPENDED] = "status_suspended",
        [STATUS_CLOSED] = "status_closed",
        [STATUS_ELSEWHERE] = "status_elsewhere",
    };
    const struct edition *edition = facts->edition;
    struct str note = text_in(mission->status_note, edition->language);
    bool open = mission->status.value == STATUS_OPEN;
    if (open && note.length == 0)
        return;
    struct block *fact = fact_add(facts, "status", mission->status.span);
    if (!open)
        text_add(edition, fact, word(edition, words[mission->status.value]), fact->span);
    if (!open && note.length)
        text_add(edition, fact, STR(": "), mission->status_note->span);
    text_add(edition, fact, note, mission->status_note->span);
}

static void field_add(struct facts *facts, const struct mission *mission, enum entry_field field,
                      const struct entry_fields *fields) {
    switch (field) {
    case ENTRY_HEAD:
        fact_person(facts, &mission->head);
        break;
    case ENTRY_ADDRESS:
        fact_address(facts, mission, fields->show[ENTRY_ADDRESS_LOCAL]);
        break;
    case ENTRY_ADDRESS_LOCAL:
        fact_address_local(facts, mission, fields->show[ENTRY_ADDRESS]);
        break;
    case ENTRY_POSTAL_ADDRESS:
        fact_postal_address(facts, mission->postal_address);
        break;
    case ENTRY_PHONE:
        fact_numbers(facts, "telephone", mission->phone.at, mission->phone.count, true);
        break;
    case ENTRY_EMERGENCY:
        fact_numbers(facts, "emergency", mission->emergency_phone->at,
                     mission->emergency_phone->count, true);
        break;
    case ENTRY_FAX:
        fact_numbers(facts, "fax", mission->fax->at, mission->fax->count, false);
        break;
    case ENTRY_EMAIL:
        fact_emails(facts, &mission->email);
        break;
    case ENTRY_WEBSITE:
        fact_website(facts, mission->website);
        break;
    case ENTRY_SOCIAL:
        fact_social(facts, mission->social);
        break;
    case ENTRY_HOURS:
        fact_hours(facts, mission->hours);
        break;
    case ENTRY_SECTIONS:
        sections_add(facts, mission);
        break;
    case ENTRY_DISTRICT:
        fact_translated(facts, "district", mission->district);
        break;
    case ENTRY_ACCREDITED:
        fact_accredited(facts, mission->accredited_to);
        break;
    case ENTRY_NATIONAL_DAY:
        fact_translated(facts, "national_day", mission->national_day);
        break;
    case ENTRY_TIME_ZONE:
        fact_text(facts, "time_zone", mission->time_zone->text, mission->time_zone->span);
        break;
    case ENTRY_STATUS:
        fact_status(facts, mission);
        break;
    case ENTRY_OPENED:
        fact_date(facts, "opened", mission->opened);
        break;
    case ENTRY_NOTE:
        fact_translated(facts, "note", mission->note);
        break;
    case ENTRY_AS_OF:
        fact_date(facts, "as_of", mission->as_of);
        break;
    case ENTRY_FIELDS:
        break;
    }
}

struct block *entry_add(const struct edition *edition, struct block *parent,
                        const struct mission *mission, const struct entry_fields *fields,
                        enum role heading) {
    /* The heading tells where an entry begins and the one before it ends. */
    enum role role = heading == ROLE_ARTIFACT ? ROLE_SECTION : ROLE_GROUP;
    struct block *entry = group_add(edition, parent, role, mission->span);
    entry->id = mission_block_id(edition, mission);
    entry->keep_together = true;
    if (heading != ROLE_ARTIFACT)
        line_add(edition, entry, heading, "entry_name", mission_title(edition, mission),
                 mission->span);
    struct facts facts = {edition, entry};
    for (size_t i = 0; i < fields->count; i++)
        field_add(&facts, mission, fields->order[i], fields);
    return entry;
}
