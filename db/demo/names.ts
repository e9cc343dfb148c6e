const GIVEN =
  'Abena Adele Aisha Alma Amara Andre Anita Arjun Asha Beatriz Bruno Camila Carlos Celia Chen Clara Dalia Daniel Diego Dina Edith Elena Elias Emeka Esther Farah Felix Fiona Gabriel Gloria Grace Hana Hassan Helen Hugo Ida Imani Irene Isaac Ivan Jada Jonas Judith Julia Kai Karim Keiko Lars Layla Leon Lina Luis Mabel Malik Marta Mateo Mei Mina Naomi Nadia Niko Nora Oscar Paolo Petra Priya Rafael Rania Rosa Rudy Samir Sara Selma Simon Sofia Stella Tariq Teresa Thea Tobias Uma Victor Wanda Yara Yusuf Zoe'.split(
    ' ',
  )

const FAMILY =
  'Abbott Acosta Adeyemi Amsel Arroyo Baptiste Barlow Becker Bianchi Bose Calloway Cardenas Chandra Cho Cortez Dahl Darwish Delgado Dorsey Eklund Espinoza Fairley Farouk Fonseca Galloway Garza Gomes Greer Halvorsen Hanna Hidalgo Ibarra Iyer Jansen Juarez Kamara Kaur Keller Kimura Lacroix Lam Lindgren Lopes Madsen Mahmoud Marsh Medina Mehta Mensah Montoya Nakata Navarro Nguyen Novak Obi Olsen Ortega Osei Pacheco Patel Pereira Pruitt Quintero Ramos Rao Rizzo Rojas Sato Schultz Serrano Shah Silva Soto Sundberg Tanaka Thorne Toledo Ueda Vance Vargas Velasco Wallin Weiss Yilmaz Zamora Zhang'.split(
    ' ',
  )

/** Invented names, never the same one twice, and the same ones at every telling. */
export function* inventedNames(taken: ReadonlySet<string>): Generator<{ givenName: string; familyName: string }, never> {
  for (let round = 0; ; round++) {
    for (const [index, givenName] of GIVEN.entries()) {
      const familyName = FAMILY[(index * 7 + round * 11 + 3) % FAMILY.length] ?? ''
      if (!taken.has(`${givenName} ${familyName}`)) yield { givenName, familyName }
    }
  }
}

/** The address that the district gives to a person. */
export function addressOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName}.${familyName}@cedarvalley.example`.toLowerCase()
}
