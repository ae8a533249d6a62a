#include "model/mission.h"
#include "model/table.h"

WORDS(mission_types, "ministry", "embassy", "embassy_branch", "permanent_mission", "delegation",
      "consulate_general", "consulate", "vice_consulate", "honorary_consulate", "trade_mission",
      "interests_section");
WORDS(mission_statuses, "open", "suspended", "closed", "elsewhere");
WORDS(weekdays, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

static const struct field person_fields[] = {
    {.name = "",
     .type = FIELD_TEXT,
     .offset = offsetof(struct person, name),
     .about = "The name alone.",
     .example = "Anna Novak"},
    FIELD(person, name, FIELD_TEXT, .required = true, .about = "Name of the person.",
          .example = "{en: Anna Novak, ru: Анна Новак}"),
    FIELD(person, rank, FIELD_TEXT, .about = "Diplomatic rank or office.",
          .example = "{en: Ambassador, ru: Посол}"),
};
static const struct record person_record =
    RECORD(person, person, "Somebody who heads a mission or a section.");

static const struct field hours_fields[] = {
    FIELD(hours, days, FIELD_CHOICE, .list = true, .choices = &weekdays,
          .about = "Days of the week; none when the source names none.",
          .example = "[monday, friday]"),
    FIELD(hours, open, FIELD_STRING, .list = true, .required = true,
          .about = "Intervals of 24-hour time, from and to.",
          .example = "[\"09:00-13:00\", \"14:00-18:00\"]"),
    {.name = "for",
     .type = FIELD_TEXT,
     .offset = offsetof(struct hours, purpose),
     .about = "What the hours are for.",
     .example = "{en: visas, ru: визы}"},
    FIELD(hours, note, FIELD_TEXT, .about = "A remark after the hours.",
          .example = "by appointment"),
};
static const struct record hours_record = RECORD(hours, hours, "Hours of one day or several.");

static const struct field section_fields[] = {
    FIELD(section, name, FIELD_TEXT, .required = true, .about = "Name of the section.",
          .example = "{en: Consular Section, ru: Консульский отдел}"),
    FIELD(section, phone, FIELD_STRING, .list = true, .about = "Telephone numbers.",
          .example = "+43 (1) 419 96 3038"),
    FIELD(section, fax, FIELD_STRING, .about = "Fax number.", .example = "+43 (1) 416 96 3030"),
    FIELD(section, email, FIELD_EMAIL, .list = true, .about = "E-mail addresses.",
          .example = "consul@mfa.example"),
    FIELD(section, head, FIELD_RECORD, .record = &person_record, .about = "Who heads it.",
          .example = "{name: Anna Novak, rank: Consul}"),
    FIELD(section, hours, FIELD_RECORD, .list = true, .record = &hours_record,
          .about = "Hours of its own.", .example = "[{days: [monday], open: [\"09:00-12:00\"]}]"),
    FIELD(section, note, FIELD_TEXT, .about = "A remark.", .example = "by appointment"),
};
static const struct record section_record =
    RECORD(section, section, "A part of a mission with contacts or hours of its own.");

static const struct field mission_fields[] = {
    FIELD(mission, id, FIELD_ID, .required = true,
          .about = "The name by which other data refer to it.", .example = "at-vienna-emb"),
    FIELD(mission, type, FIELD_CHOICE, .required = true, .choices = &mission_types,
          .about = "What kind of mission it is.", .example = "embassy"),
    FIELD(mission, country, FIELD_COUNTRY, .required = true,
          .about = "Where it is: ISO 3166-1 code of two capitals.", .example = "AT"),
    FIELD(mission, country_name, FIELD_TEXT, .apart = true,
          .about = "Name of the country, where it shall differ from the usual one.",
          .example = "{en: Republic of Austria}"),
    FIELD(mission, city, FIELD_TEXT, .about = "Where it is.",
          .example = "{en: Vienna, ru: Вена, be: Вена}"),
    FIELD(mission, region, FIELD_TEXT, .about = "Part of the world, for lists by region.",
          .example = "{en: Europe, ru: Европа}"),
    FIELD(mission, name, FIELD_TEXT, .required = true, .about = "Full official name.",
          .example = "{en: Embassy of the Republic of Belarus}"),
    FIELD(mission, address, FIELD_TEXT, .list = true, .about = "Lines of the address.",
          .example = "[6 Kensington Court, London W8 5DL]"),
    FIELD(mission, address_local, FIELD_STRING, .apart = true, .list = true,
          .about = "The address in the script of the country.",
          .example = "[\"101990 Москва, ул. Маросейка, д. 17/6\"]"),
    FIELD(mission, postal_address, FIELD_TEXT, .apart = true, .list = true,
          .about = "Where letters go, when it is elsewhere.", .example = "[P. O. Box 12, Vienna]"),
    FIELD(mission, phone, FIELD_STRING, .list = true, .about = "Telephone numbers.",
          .example = "[020 7937 3288]"),
    FIELD(mission, emergency_phone, FIELD_STRING, .apart = true, .list = true,
          .about = "Numbers for citizens in need outside the hours.",
          .example = "[+961 71 791 269]"),
    FIELD(mission, fax, FIELD_STRING, .apart = true, .list = true, .about = "Fax numbers.",
          .example = "[020 7361 0005]"),
    FIELD(mission, email, FIELD_EMAIL, .list = true, .about = "E-mail addresses.",
          .example = "[uk.london@mfa.example]"),
    FIELD(mission, website, FIELD_URL, .apart = true, .about = "Its site.",
          .example = "https://austria.mfa.gov.by"),
    FIELD(mission, social, FIELD_STRING, .apart = true, .list = true,
          .about = "Names or addresses in social networks.", .example = "[t.me/mission]"),
    FIELD(mission, head, FIELD_RECORD, .record = &person_record, .about = "Who heads it.",
          .example = "{name: Anna Novak, rank: Ambassador}"),
    FIELD(mission, sections, FIELD_RECORD, .apart = true, .list = true, .record = &section_record,
          .about = "Parts with contacts of their own.", .example = "[{name: Consular Section}]"),
    FIELD(mission, hours, FIELD_RECORD, .apart = true, .list = true, .record = &hours_record,
          .about = "When it is open.", .example = "[{days: [monday], open: [\"09:00-13:00\"]}]"),
    FIELD(mission, district, FIELD_TEXT, .apart = true, .about = "Consular district.",
          .example = "{en: \"Burgas, Varna, Dobrich\"}"),
    FIELD(mission, accredited_to, FIELD_COUNTRY, .apart = true, .list = true,
          .about = "Other countries that it serves.", .example = "[SI]"),
    FIELD(mission, national_day, FIELD_TEXT, .apart = true, .about = "National day.",
          .example = "{en: 3 July}"),
    FIELD(mission, time_zone, FIELD_STRING, .apart = true, .about = "Time zone.",
          .example = "UTC+1"),
    FIELD(mission, status, FIELD_CHOICE, .choices = &mission_statuses,
          .about = "Whether it works; open when left out.", .example = "suspended"),
    FIELD(mission, status_note, FIELD_TEXT, .apart = true, .about = "More about the status.",
          .example = "{en: from 17 November 2020}"),
    FIELD(mission, opened, FIELD_DATE, .apart = true, .about = "Since when.", .example = "1992"),
    FIELD(mission, note, FIELD_TEXT, .apart = true, .about = "A remark.",
          .example = "{en: entrance from the yard}"),
    FIELD(mission, as_of, FIELD_DATE, .apart = true, .about = "The day of the facts.",
          .example = "2016-02"),
    FIELD(mission, sources, FIELD_STRING, .list = true, .about = "Keys of the table `sources`.",
          .example = "[S1, S9]"),
};
const struct record mission_record =
    RECORD(mission, mission,
           "A diplomatic mission, or the ministry itself; a file in `missions/` holds a "
           "list of them under `missions` and may hold a map `sources`.");
