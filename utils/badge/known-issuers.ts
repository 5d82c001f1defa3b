/**
 * Issuers that badges of strangers like to borrow their names from. This is no trust list: a name here is vouched for by nothing; it only makes a
 * badge suspicious that bears the name and comes from elsewhere.
 *
 * `names`: whole names, as the issuer writes them. They are compared whole (see impostor.ts), so "Summit College" and "Oracle Bone Society" are safe.
 * `hosts`: registrable domains that the issuer holds; their subdomains count too, save those in `SHARED_HOSTS` where strangers may publish.
 * `uses`: platforms that check nobody but on which this issuer is known to issue: there its name is no sign of anything.
 */
export interface KnownIssuer {
  names: readonly string[];
  hosts: readonly string[];
  uses?: readonly string[];
}

export const KNOWN_ISSUERS: readonly KnownIssuer[] = [
  {
    names: ['Microsoft', 'Microsoft Learn', 'Microsoft Azure', 'Microsoft Education', 'Microsoft Research'],
    hosts: ['microsoft.com', 'microsoft.net', 'azure.com', 'office.com'],
  },
  {
    names: [
      'Google',
      'Google Cloud',
      'Google Career Certificates',
      'Google for Education',
      'Grow with Google',
      'Google Developers',
    ],
    hosts: [
      'google.com',
      'google',
      'skills.google',
      'cloudskillsboost.google',
      'google.accredible.com',
      'edu.google.accredible.com',
      'g.dev',
    ],
    uses: ['accredible'],
  },
  {
    names: [
      'Amazon',
      'Amazon Web Services',
      'AWS',
      'Amazon AWS',
      'AWS Training and Certification',
      'Amazon Web Services Training and Certification',
    ],
    hosts: ['amazon.com', 'amazon.dev', 'aws.com', 'aws.training', 'aws.amazon.com', 'skillbuilder.aws'],
  },
  {
    names: ['IBM', 'International Business Machines', 'IBM SkillsBuild', 'IBM Skills Network'],
    hosts: ['ibm.com', 'skillsbuild.org'],
  },
  {
    names: ['Cisco', 'Cisco Systems', 'Cisco Networking Academy', 'Cisco NetAcad'],
    hosts: ['cisco.com', 'netacad.com'],
  },
  { names: ['Oracle', 'Oracle University'], hosts: ['oracle.com'] },
  { names: ['CompTIA', 'Computing Technology Industry Association'], hosts: ['comptia.org'] },
  { names: ['(ISC)²', 'ISC2'], hosts: ['isc2.org'] },
  { names: ['PMI', 'Project Management Institute'], hosts: ['pmi.org'] },
  { names: ['Salesforce', 'Salesforce Trailhead', 'Trailhead'], hosts: ['salesforce.com', 'trailhead.com'] },
  { names: ['Adobe', 'Adobe Systems'], hosts: ['adobe.com'] },
  { names: ['SAP', 'SAP Learning'], hosts: ['sap.com'] },
  { names: ['VMware', 'VMware by Broadcom'], hosts: ['vmware.com', 'broadcom.com'] },
  { names: ['Red Hat'], hosts: ['redhat.com'] },
  {
    names: ['Linux Foundation', 'The Linux Foundation', 'Cloud Native Computing Foundation', 'CNCF'],
    hosts: ['linuxfoundation.org', 'cncf.io'],
  },
  { names: ['GitHub', 'GitHub Education'], hosts: ['github.com'] },
  { names: ['Meta', 'Meta Platforms', 'Facebook'], hosts: ['meta.com', 'facebook.com', 'fb.com'] },
  { names: ['Apple'], hosts: ['apple.com'] },
  { names: ['Intel', 'Intel Corporation'], hosts: ['intel.com'] },
  { names: ['NVIDIA', 'NVIDIA Deep Learning Institute'], hosts: ['nvidia.com'] },
  { names: ['OpenAI'], hosts: ['openai.com'] },
  { names: ['Anthropic'], hosts: ['anthropic.com', 'claude.com'] },
  { names: ['ISACA'], hosts: ['isaca.org'] },
  { names: ['EC-Council'], hosts: ['eccouncil.org'] },
  { names: ['SANS Institute', 'GIAC'], hosts: ['sans.org', 'giac.org'] },
  { names: ['OffSec', 'Offensive Security'], hosts: ['offsec.com', 'offensive-security.com'] },
  { names: ['Scrum.org'], hosts: ['scrum.org'] },
  { names: ['Scrum Alliance'], hosts: ['scrumalliance.org'] },
  { names: ['Scaled Agile', 'Scaled Agile Framework'], hosts: ['scaledagile.com', 'scaledagileframework.com'] },
  { names: ['AXELOS', 'PeopleCert'], hosts: ['axelos.com', 'peoplecert.org'] },
  { names: ['Palo Alto Networks'], hosts: ['paloaltonetworks.com'] },
  { names: ['Fortinet'], hosts: ['fortinet.com'] },
  { names: ['Juniper Networks'], hosts: ['juniper.net'] },
  { names: ['ServiceNow'], hosts: ['servicenow.com'] },
  { names: ['Databricks'], hosts: ['databricks.com'] },
  { names: ['Snowflake'], hosts: ['snowflake.com'] },
  { names: ['HashiCorp'], hosts: ['hashicorp.com'] },
  { names: ['MongoDB', 'MongoDB University'], hosts: ['mongodb.com'] },
  { names: ['Tableau'], hosts: ['tableau.com', 'salesforce.com'] },
  { names: ['HubSpot', 'HubSpot Academy'], hosts: ['hubspot.com'] },
  { names: ['Autodesk'], hosts: ['autodesk.com'] },
  { names: ['LinkedIn', 'LinkedIn Learning'], hosts: ['linkedin.com'] },
  { names: ['Coursera'], hosts: ['coursera.org'] },
  { names: ['edX', 'edX Inc'], hosts: ['edx.org'] },
  { names: ['Udacity'], hosts: ['udacity.com'] },
  { names: ['freeCodeCamp'], hosts: ['freecodecamp.org'] },
  { names: ['Credly', 'Pearson', 'Pearson VUE'], hosts: ['credly.com', 'pearson.com', 'pearsonvue.com'] },
  { names: ['CFA Institute'], hosts: ['cfainstitute.org'] },
  { names: ['1EdTech', 'IMS Global', 'IMS Global Learning Consortium'], hosts: ['1edtech.org', 'imsglobal.org'] },
  { names: ['IEEE'], hosts: ['ieee.org'] },
  { names: ['Harvard', 'Harvard University'], hosts: ['harvard.edu', 'edx.org'] },
  {
    names: ['MIT', 'Massachusetts Institute of Technology', 'MIT OpenCourseWare', 'MITx'],
    hosts: ['mit.edu', 'mitx.org', 'edx.org'],
  },
  { names: ['Stanford', 'Stanford University', 'Stanford Online'], hosts: ['stanford.edu'] },
  { names: ['Yale University'], hosts: ['yale.edu'] },
  { names: ['Princeton University'], hosts: ['princeton.edu'] },
  { names: ['University of California, Berkeley', 'UC Berkeley'], hosts: ['berkeley.edu'] },
  { names: ['University of Oxford', 'Oxford University'], hosts: ['ox.ac.uk'] },
  { names: ['University of Cambridge', 'Cambridge University'], hosts: ['cam.ac.uk', 'cambridge.org'] },
  { names: ['Imperial College London'], hosts: ['imperial.ac.uk', 'ic.ac.uk'] },
  { names: ['ETH Zürich', 'ETH Zurich'], hosts: ['ethz.ch'] },
  { names: ['National Taiwan University', '國立臺灣大學', '國立台灣大學'], hosts: ['ntu.edu.tw'] },
];

/** Places under a known issuer's domain where strangers may publish: being there is no sign of being the issuer. */
export const SHARED_HOSTS: readonly string[] = [
  'sites.google.com',
  'docs.google.com',
  'drive.google.com',
  'script.google.com',
  'storage.cloud.google.com',
  'groups.google.com',
  'gist.github.com',
  'raw.github.com',
  'my.sharepoint.com',
  's3.amazonaws.com',
  'scripts.mit.edu',
  'people.csail.mit.edu',
];
