#include "model/rules.h"
#include "model/pictures.h"
#include "model/quotes.h"

#include <ctype.h>
#include <string.h>

/* ---- hours ---- */

/* Minutes of "09:00"; -1 when it is none. */
static int minutes_of(struct str s) {
    if (s.length != 5 || s.at[2] != ':')
        return -1;
    for (size_t i = 0; i < 5; i++)
        if (i != 2 && !isdigit((unsigned char)s.at[i]))
            return -1;
    int hours = (s.at[0] - '0') * 10 + s.at[1] - '0';
    int minutes = (s.at[3] - '0') * 10 + s.at[4] - '0';
    return hours < 24 && minutes < 60    ? hours * 60 + minutes
           : hours == 24 && minutes == 0 ? 1440
                                         : -1;
}

static void interval_rule(const struct string *open, struct diag *diag) {
    int from = -1, to = -1;
    if (open->text.length == 11 && open->text.at[5] == '-') {
        from = minutes_of(str_part(open->text, 0, 5));
        to = minutes_of(str_part(open->text, 6, 5));
    }
    if (from < 0 || to < 0)
        diag_fault(diag, open->span, "write hours as \"09:00-13:00\"",
                   "`%.*s` is not an interval of hours", STR_ARGS(open->text));
    else if (from >= to)
        diag_fault(diag, open->span, "write the earlier hour first",
                   "the interval `%.*s` ends before it begins", STR_ARGS(open->text));
}

static void hours_rules(const struct hours_list *hours, struct diag *diag) {
    for (size_t i = 0; i < hours->count; i++)
        for (size_t k = 0; k < hours->at[i].open.count; k++)
            interval_rule(&hours->at[i].open.at[k], diag);
}

/* ---- telephones ---- */

/* No-break spaces and the hyphens and dashes of U+2010 to U+2015. */
static bool is_joint(uint32_t c) {
    return c == 0xA0 || c == 0x202F || (c >= 0x2010 && c <= 0x2015) ||
           (c && c < 0x80 && strchr("+ -./", (char)c));
}

/* Figures and signs between them; remarks in brackets may hold anything. */
static void phone_rule(const struct string *phone, struct diag *diag) {
    int depth = 0, figures = 0;
    bool good = true;
    if (!phone->text.length)
        return;
    const char *at = phone->text.at, *end = at + phone->text.length;
    while (good && at < end) {
        uint32_t c = utf8_next(&at, end);
        bool figure = c >= '0' && c <= '9', bracket = c == '(' || c == ')';
        depth += (c == '(') - (c == ')');
        figures += figure;
        good = depth >= 0 && (depth > 0 || figure || bracket || is_joint(c));
    }
    if (!good || depth != 0 || figures < 3)
        diag_fault(diag, phone->span,
                   "write figures, and words in brackets: +43 1 419 96 30 (visas)",
                   "`%.*s` is not a telephone number", STR_ARGS(phone->text));
}

static void phone_rules(const struct strings *phones, struct diag *diag) {
    for (size_t i = 0; i < phones->count; i++)
        phone_rule(&phones->at[i], diag);
}

/* ---- missions ---- */

enum { LETTERS = 26 };

/* The place of a country among all pairs of capitals. */
static size_t country_place(struct str iso) {
    return (size_t)(iso.at[0] - 'A') * LETTERS + (size_t)(iso.at[1] - 'A');
}

static void accreditation_rules(const struct mission *mission, struct diag *diag) {
    bool served[LETTERS * LETTERS] = {false};
    if (mission->accredited_to->count && mission->country.text.length)
        served[country_place(mission->country.text)] = true;
    for (size_t i = 0; i < mission->accredited_to->count; i++) {
        const struct string *country = &mission->accredited_to->at[i];
        if (!country->text.length)
            continue;
        bool *known = &served[country_place(country->text)];
        if (*known)
            diag_fault(diag, country->span, "leave it out", "the mission already serves `%.*s`",
                       STR_ARGS(country->text));
        *known = true;
    }
}

void mission_rules(const struct mission *mission, struct diag *diag) {
    hours_rules(mission->hours, diag);
    phone_rules(&mission->phone, diag);
    phone_rules(mission->emergency_phone, diag);
    phone_rules(mission->fax, diag);
    for (size_t i = 0; i < mission->sections->count; i++) {
        hours_rules(&mission->sections->at[i].hours, diag);
        phone_rules(&mission->sections->at[i].phone, diag);
        phone_rule(&mission->sections->at[i].fax, diag);
    }
    accreditation_rules(mission, diag);
}

/* ---- releases ---- */

static void body_rules(const struct release *release, struct arena *scratch, struct diag *diag) {
    const struct text *body = &release->body;
    if (body->span.file && body->count == 0)
        diag_fault(diag, body->span, "write the text of the release", "the body is empty");
    else if (body->count && release->language.text.length &&
             !text_has(body, release->language.text))
        diag_fault(diag, body->span, "write the text without a key of a language",
                   "the body is not in `%.*s`, the language of the release",
                   STR_ARGS(release->language.text));
    for (size_t i = 0; i < body->count; i++)
        check_pictures(&body->at[i], scratch, diag);
}

static void picture_rules(const struct release *release, struct diag *diag) {
    for (size_t i = 0; i < release->pictures.count; i++) {
        const struct string *file = &release->pictures.at[i].file;
        bool shown = file->text.length == 0; /* said by the reader of the data */
        for (size_t k = 0; k < release->body.count; k++)
            shown |= str_find(release->body.at[k].text, file->text) != SIZE_MAX;
        if (!shown)
            diag_fault(diag, file->span, "write the name as the body does, or leave it out",
                       "the body shows no picture `%.*s`", STR_ARGS(file->text));
    }
}

static void quote_rules(const struct release *release, struct diag *diag) {
    struct str language = release->language.text;
    const struct string *lines[] = {&release->title, &release->subtitle, &release->summary};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        check_quotes(lines[i]->text, NULL, lines[i]->span, language, diag);
    for (size_t i = 0; i < release->body.count; i++) {
        const struct translation *body = &release->body.at[i];
        check_quotes(body->text, body->node, release->body.span,
                     body->language.length ? body->language : language, diag);
    }
}

void release_rules(const struct release *release, struct arena *scratch, struct diag *diag) {
    body_rules(release, scratch, diag);
    picture_rules(release, diag);
    quote_rules(release, diag);
    phone_rule(&release->contact.phone, diag);
    if (release->embargo.date.year && release->date.date.year &&
        date_compare(release->embargo.date, release->date.date) < 0)
        diag_fault(diag, release->embargo.span, "write a later day or leave it out",
                   "the embargo ends before the day of the release");
}

/* ---- ISSN ---- */

static int issn_digit(char c, bool last) {
    if (last && c == 'X')
        return 10;
    return isdigit((unsigned char)c) ? c - '0' : -1;
}

void issn_rule(const struct string *issn, struct diag *diag) {
    struct str s = issn->text;
    if (!s.length)
        return;
    int sum = 0, weight = 8;
    bool formed = s.length == 9 && s.at[4] == '-';
    for (size_t i = 0; formed && i < 9; i++) {
        if (i == 4)
            continue;
        int digit = issn_digit(s.at[i], i == 8);
        formed = digit >= 0;
        sum += digit * weight--;
    }
    if (!formed)
        diag_fault(diag, issn->span, "write it as 1234-5679", "`%.*s` is not an ISSN", STR_ARGS(s));
    else if (sum % 11 != 0)
        diag_fault(diag, issn->span, "compare it with the certificate of registration",
                   "the check digit of ISSN `%.*s` is wrong", STR_ARGS(s));
}
